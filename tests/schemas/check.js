// Holds records to their schemas with programs that are not ours: Taplo, which
// is inside Even Better TOML, and Tombi. Each finds the schema by the first
// line of the file, as it does in an editor.
//
// 1. Every record of the demo, and the settings of every page, is accepted.
// 2. Every fixture and story with a key that nothing knows is refused, and for
//    that reason.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const STAGE = join(ROOT, "target/schemas");
const MODULES = join(import.meta.dirname, "node_modules");
const TAPLO = {
  program: join(MODULES, ".bin/taplo"),
  words: ["check"],
  unknown: /Additional properties are not allowed/,
};
// A program for one kind of machine, the one that the checks of changes run on.
const TOMBI = {
  program: join(MODULES, "@tombi-toml/cli-linux-x64/tombi"),
  words: ["lint", "--offline"],
  unknown: /is not allowed/,
};
const CHECKERS = [TAPLO, ...(existsSync(TOMBI.program) ? [TOMBI] : [])];

const faults = [];
rmSync(STAGE, { recursive: true, force: true });

const records = under(join(ROOT, "content"), ".toml");
const settings = under(join(ROOT, "content"), ".md").map((page, at) => {
  const [, front] = readFileSync(page, "utf8").split(/^\+\+\+$/m);
  return staged(`pages/${at}-${basename(page, ".md")}.toml`, "page", front);
});
for (const checker of CHECKERS) {
  const { status, said } = run(checker, [...records, ...settings]);
  if (status !== 0) faults.push(`${basename(checker.program)} refuses the demo:\n${said}`);
}

let refused = 0;
for (const fixture of [...under(join(ROOT, "tests/rules"), ".md"), ...under(join(ROOT, "tests/stories"), ".md")]) {
  const told = readFileSync(fixture, "utf8");
  for (const [, file] of unknownKeys(told)) {
    const name = basename(file, ".toml");
    const text = fileOf(told, file);
    const record = staged(`fixtures/${refused}-${name}.toml`, schemaOf(file), text);
    refused += 1;
    for (const checker of CHECKERS) {
      const { status, said } = run(checker, [record]);
      if (status === 0 || !checker.unknown.test(said)) {
        faults.push(`${basename(checker.program)} does not refuse ${file} of ${fixture}:\n${said}`);
      }
    }
  }
}
if (refused < 3) faults.push(`only ${refused} fixtures have an unknown key`);

const names = CHECKERS.map(({ program }) => basename(program)).join(" and ");
console.log(`${names}: ${records.length} records and the settings of ${settings.length} pages; ${refused} with an unknown key`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;

/** Files below a folder whose names end so, in order. */
function under(folder, ending) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending));
  return files.map((file) => join(file.parentPath, file.name)).sort();
}

/** Writes a file whose first line names its schema. */
function staged(name, schema, text) {
  const file = join(STAGE, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#:schema ${join(ROOT, "schemas", schema)}.json\n${text}`);
  return file;
}

function run({ program, words }, files) {
  const { status, stdout, stderr } = spawnSync(program, [...words, ...files], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

/** Where a fixture says that a record has a key that nothing knows. */
function unknownKeys(told) {
  const found = told.matchAll(/^ ?(?:--> )?content\/(\S+\.toml):\d+:\d+.*\n(?:.*\n)?.*is not something .* can have/gm);
  const story = told.matchAll(/is not something .* can have\.\n +--> content\/(\S+\.toml):/gm);
  return [...found, ...story];
}

function schemaOf(file) {
  return file.includes("/") ? file.split("/")[0] : basename(file, ".toml");
}

/** A record of a fixture's site: written by the fixture, or the small site's
 * with the lines that it changes. */
function fileOf(told, file) {
  const block = (kind) => told.match(new RegExp(`^\`{3,}${kind} content/${file}\n([^]*?)^\`{3,}$`, "m"));
  const whole = block("toml");
  if (whole) return whole[1];
  let text = readFileSync(join(ROOT, "tests/sites/small/content", file), "utf8");
  const lines = block("diff")[1].trimEnd().split("\n");
  const side = (marks) => lines.filter((line) => marks.includes(line[0])).map((line) => line.slice(1));
  const [before, after] = [side("- ").join("\n"), side("+ ").join("\n")];
  if (!text.includes(before)) throw new Error(`${file} has no such lines:\n${before}`);
  return text.replace(before, () => after);
}
