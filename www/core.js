// The core, in a worker: it is fetched once, before any file is opened, and then the page is locked. Each file has a worker of
// its own, so that reading can be stopped at any time, a fault ends nothing else, and its memory is given back.

// From here on no request of any kind may leave: page and core have all they need. A second policy can only narrow the first,
// and taking the element away again does not lift it. A worker made of a blob lives under the policies of its page.
const LOCKED = "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'; style-src 'self';"
  + " img-src data: blob:; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

let address;
// The one script that is ever started: the core's own.
const own = globalThis.trustedTypes?.createPolicy('core', { createScriptURL: () => address }) ?? { createScriptURL: () => address };

let core; // the promise of the compiled program
let program; // the compiled program
let spare; // a worker that waits for the next file
let busy; // the worker that reads one
let held; // the file that is open: its name, and what was given
let writer; // the program that writes workbooks, not compiled before one is asked for

/** Fetches one of the page's own files; one that is compressed is taken apart while it arrives. */
export async function fetched(file) {
  const got = await fetch(new URL(file, document.baseURI));
  if (!got.ok) throw new Error(`${got.status} ${got.statusText}: ${got.url}`);
  if (!file.endsWith('.packed')) return got;
  const whole = got.body.pipeThrough(new DecompressionStream('gzip'));
  return new Response(whole, { headers: { 'Content-Type': 'application/wasm' } });
}

function lock() {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = LOCKED;
  document.head.append(policy);
}

async function load() {
  const { content } = document.querySelector('meta[name="core"]');
  const writing = document.querySelector('meta[name="writer"]').content;
  const [script, compiled, blob] = await Promise.all([
    fetched(`${content}.js`).then((got) => got.blob()),
    WebAssembly.compileStreaming(fetched(`${content}.wasm.packed`)),
    // After the lock nothing can be fetched. Without it all else works.
    fetched(`${writing}.wasm.packed`).then((got) => got.blob()).catch(() => {}),
  ]);
  lock();
  address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  program = compiled;
  writer = blob;
  spare = worker();
}

/** Fetches the core, unless it is there or on its way. */
export function ready() {
  core ??= load().catch((error) => {
    core = undefined;
    throw error;
  });
  return core;
}

function worker() {
  const made = new Worker(own.createScriptURL(''));
  made.postMessage(program);
  return made;
}

export function stop() {
  if (!busy) return;
  const { worker } = busy;
  busy = undefined;
  if (!worker) return;
  worker.onmessage = worker.onerror = null;
  worker.terminate();
}

/** Reads a File, a text, or else the sample; `heard` is given the steps, then the pieces, then null; or a string: why not. */
export async function read(name, given, heard) {
  stop();
  const job = (busy = { name, given });
  try {
    await ready();
  } catch (error) {
    if (busy === job) heard(`The part of tieout that reads files could not be fetched. ${error.message}`);
    return;
  }
  if (busy === job) start(job, heard);
}

function start(job, heard) {
  const { worker: _, ...wanted } = job;
  busy = job;
  job.worker = spare ?? worker();
  spare = undefined;
  let step;
  const end = (last) => {
    stop();
    if (last === null) held = { name: job.name, given: job.given };
    heard(last);
    // The next worker makes itself ready when this file is shown.
    setTimeout(() => (spare ??= worker()), 200);
  };
  const fault = (trace) => {
    // It failed at the text itself: then there is nothing left to try.
    if (job.trace) return end(`tieout came to a stop while it read the text: a fault of its own, not of this file. ${trace}`);
    stop();
    start({ name: job.name, given: job.given, step, trace }, heard);
  };
  job.worker.onmessage = ({ data }) => {
    if (data?.fault) return fault(data.fault);
    if (data === null || data?.unread) return end(data && data.unread);
    if (typeof data === 'number') step = data;
    heard(data);
  };
  job.worker.onerror = (event) => fault(event.message);
  job.worker.postMessage(wanted);
}

/** Saves the workbook of the open file under a name; `heard` is given a string: why there is none, or that it is empty. */
export async function workbook(name, heard) {
  await ready();
  if (!writer) return heard('The part of tieout that writes workbooks could not be fetched. Load the page again and open the file.');
  const made = worker();
  const end = (said) => {
    made.terminate();
    heard(said);
  };
  made.onerror = (event) => end(`The workbook could not be written. ${event.message}`);
  made.onmessage = ({ data }) => {
    if (!(data instanceof Uint8Array)) return end(`The workbook could not be written. ${data.fault ?? data.unread}`);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([data]));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    end('');
  };
  made.postMessage({ ...held, writer });
}
