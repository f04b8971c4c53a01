// The worker: hands the core a file and passes on what it says. scripts/pack joins this with the script wasm-bindgen made.

import { analyze, compare, initSync, keep, read } from 'program';
import sample from 'sample';
import { initSync as initWriter, workbook } from 'writer';

const waiting = {
  step: (step) => postMessage(step),
  piece: (piece) => postMessage(piece, [piece.buffer]),
};

/** Reads a file and has the writer, which is a program of its own, write its workbook. */
async function write(file, name, strict, writer, marks) {
  initWriter({ module: await writer.arrayBuffer() });
  const pieces = [];
  read(file, name, strict, { step() {}, piece: (piece) => pieces.push(piece) });
  const all = await new Blob(pieces).arrayBuffer();
  postMessage(workbook(Uint32Array.from(pieces, (piece) => piece.length), new Uint8Array(all), marks));
}

const bytes = async (given) => {
  if (given instanceof File) return new Uint8Array(await given.arrayBuffer());
  return new TextEncoder().encode(given ?? sample);
};

onmessage = async ({ data }) => {
  if (data instanceof WebAssembly.Module) return initSync({ module: data });
  const { name, given, step, trace, other, json, writer, marks, strict = false } = data;
  let file;
  let beside;
  try {
    file = await bytes(given);
    if (other) beside = await bytes(other.given);
  } catch (error) {
    return postMessage({ unread: error.message });
  }
  try {
    if (writer) return await write(file, name, strict, writer, marks);
    if (trace) keep(file, name, step, trace, waiting);
    else if (json) return postMessage(JSON.stringify(analyze(file, name, strict), null, 1));
    else if (other) compare(file, name, beside, other.name, strict, waiting);
    else read(file, name, strict, waiting);
    postMessage(null);
  } catch (error) {
    // A broken rule of its own, too deep a call, no memory: the program can say nothing any more.
    const [first, ...places] = String(error.stack ?? error).split('\n');
    const ours = places.flatMap((place) => place.match(/wasm-function.*?(?=\)?$)/) ?? []);
    postMessage({ fault: [first, ...ours.slice(0, 6)].join(' at ') });
  }
};
