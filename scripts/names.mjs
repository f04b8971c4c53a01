// `names.mjs SCRIPT`: puts the names that wasm-opt shortened in the program, and lists on standard output, into the script
// that knows it.

import { readFileSync, writeFileSync } from 'node:fs';

const [script] = process.argv.slice(2);
const { imports, exports } = JSON.parse(readFileSync(0, 'utf8'));
const ofImport = new Map(imports.map(([, name, short]) => [name, short]));
const ofExport = new Map(exports);

// wasm-opt calls all modules "a". What the script only passes on of another module becomes a part of its own.
const done = new Set();
let own = readFileSync(script, 'utf8');
for (const [, module, variable] of own.matchAll(/^ *"(.*)": (import[1-9]\d*),\n/gm)) {
  own = own.replace(`"${module}": ${variable},\n`, '');
  // A module that is imported more than once gives what it gives all the same.
  if (done.has(module)) continue;
  done.add(module);
  const passed = imports.filter(([from]) => from === module).map(([, name, short]) => `${short}: ${variable}.${name},\n`);
  own = own.replace(/(__proto__: null,\n)/, `$1${passed.join('')}`);
}
own = own
  .replace(/\w+(?=: function\()/g, (name) => ofImport.get(name) ?? name)
  .replace(/(?<=\bwasm\.)\w+/g, (name) => ofExport.get(name) ?? name);
for (const [module] of imports) own = own.replaceAll(`"${module}": import0`, '"a": import0');
writeFileSync(script, own);
