"use client";

import { useState } from "react";
import { AskDialog } from "#components/ui/ask-dialog";
import { ROLES, type Role } from "#lib/domain/actor";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const say = words.secondFactor.rules;

interface Props {
  /** The roles that are asked for a second factor. */
  readonly needed: readonly Role[];
  readonly action: FormAction;
}

/** Of which roles a second factor is asked. */
export function FactorRules({ needed, action }: Props) {
  const [asks, setAsks] = useState<Role | null>(null);
  const [told, setTold] = useState("");
  return (
    <div className="stack-3">
      <p className="small">{say.about}</p>
      <p role="status" className="small">
        {told}
      </p>
      <ul className="stack-3">
        {ROLES.map((role) => {
          const isNeeded = needed.includes(role);
          return (
            <li className="bar" key={role}>
              <div>
                <b className="small">{say.role[role]}</b>
                <br />
                <span className={`state ${isNeeded ? "state--on" : "state--off"}`}>
                  {isNeeded ? say.isNeeded : say.isFree}
                </span>
              </div>
              <button className="btn btn--s" type="button" onClick={() => setAsks(role)}>
                {isNeeded ? say.free : say.need}
                <span className="sr">{say.of(role)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {asks !== null && (
        <Ask
          role={asks}
          isNeeded={!needed.includes(asks)}
          action={action}
          onClose={() => setAsks(null)}
          tell={setTold}
        />
      )}
    </div>
  );
}

interface AskProps {
  readonly role: Role;
  /** What it shall be. */
  readonly isNeeded: boolean;
  readonly action: FormAction;
  readonly onClose: () => void;
  readonly tell: (told: string) => void;
}

function Ask({ role, isNeeded, action, onClose, tell }: AskProps) {
  return (
    <AskDialog
      undrafted="nothing-typed"
      action={action}
      hidden={{ role, isNeeded: isNeeded ? "yes" : "no" }}
      title={isNeeded ? say.needTitle(role) : say.freeTitle(role)}
      note={<p className="small">{isNeeded ? say.needNote : say.freeNote}</p>}
      confirm={isNeeded ? say.need : say.free}
      onClose={onClose}
      onDone={() => tell(say.isSet(role, isNeeded))}
    />
  );
}
