// `names.mjs SCRIPT`: puts the names that wasm-opt shortened in the program, and lists on standard output, into the script
// that knows it.

import { readFileSync, writeFileSync } from 'node:fs';

const [script] = process.argv.slice(2);
const { imports, exports } = JSON.parse(readFileSync(0, 'utf8'));
const [[module]] = imports;
const ofImport = new Map(imports.map(([, name, short]) => [name, short]));
const ofExport = new Map(exports);

const short = readFileSync(script, 'utf8')
  .replace(/\w+(?=: function\()/g, (name) => ofImport.get(name) ?? name)
  .replace(/(?<=\bwasm\.)\w+/g, (name) => ofExport.get(name) ?? name)
  // All imports come from one module, which wasm-opt calls "a".
  .replaceAll(`"${module}"`, '"a"');
writeFileSync(script, short);
