/** A rule or model in one version, as reasons name it. */
export interface RuleVersion {
  readonly rule: string;
  readonly version: string;
}

export const ruleKey = ({ rule, version }: RuleVersion): string => `${rule} ${version}`;
