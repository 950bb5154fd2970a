import { resolve } from "node:path";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { FAULTS } from "./scripts/mutants/faults";
import base from "./vitest.config";

/** The fault to plant, by its name. It is planted while its file is loaded: no file is ever changed. */
const fault = FAULTS.find(({ name }) => name === process.env.ONRECORD_FAULT);

const plant = {
  name: "plant-a-fault",
  enforce: "pre" as const,
  transform(code: string, id: string) {
    if (fault === undefined || id.split("?")[0] !== resolve(fault.file)) return null;
    return code.replace(fault.find, () => fault.replace);
  },
};

const projects = (base.test?.projects ?? []) as TestProjectInlineConfiguration[]; // written out, in vitest.config.ts

export default defineConfig({
  test: { projects: projects.map((project) => ({ ...project, plugins: [plant] })) },
});
