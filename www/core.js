// The core, in a worker: it is fetched once, before any file is opened, and then the page is locked. Each file has a worker of
// its own, so that reading can be stopped at any time, a fault ends nothing else, and its memory is given back.

// From here on no request of any kind may leave: page and core have all they need. A second policy can only narrow the first,
// and taking the element away again does not lift it. A worker made of a blob lives under the policies of its page.
const LOCKED = "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'; style-src 'self';"
  + " img-src data:; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

// In a file of its own the page carries its parts in itself (scripts/single.mjs), and is itself what it gives away.
const WHOLE = document.querySelector('[data-part]') && document.documentElement.outerHTML;

const unlettered = (letters) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt());

let address;
// The one script that is ever started: the core's own.
const own = globalThis.trustedTypes?.createPolicy('core', { createScriptURL: (own) => own || address }) ?? { createScriptURL: (own) => own || address };

let core; // the promise of the compiled program
let program; // the compiled program
let spare; // a worker that waits for the next file
let busy; // the worker that reads one
const files = new Map(); // what is open or waits, by number: its name, what was given, what it is compared with, whether it is graded strictly
let count = Math.trunc(performance.timeOrigin / 1000); // no page that was here before used the numbers that follow
let writer; // the program that writes workbooks, not compiled before one is asked for

/** Fetches one of the page's own files; one that is compressed is taken apart while it arrives. */
export async function fetched(file) {
  const part = document.querySelector(`[data-part="${file}"]`);
  const got = part ? new Response(unlettered(part.textContent)) : await fetch(new URL(file, document.baseURI));
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

/** Has the browser keep the page's own files, to open it without a network; says when it has newer ones. */
async function offline() {
  if (WHOLE || !navigator.serviceWorker) return;
  const kept = await navigator.serviceWorker.register(own.createScriptURL('./offline.js'));
  const notice = document.getElementById('newer');
  const say = () => (notice.hidden = !kept.waiting || !navigator.serviceWorker.controller);
  notice.querySelector('button').onclick = () => {
    navigator.serviceWorker.oncontrollerchange = () => location.reload();
    kept.waiting?.postMessage('now');
  };
  kept.onupdatefound = () => (kept.installing.onstatechange = say);
  say();
}

async function load() {
  const { content } = document.querySelector('meta[name="core"]');
  const writing = document.querySelector('meta[name="writer"]').content;
  const [script, compiled, blob] = await Promise.all([
    fetched(`${content}.js`).then((got) => got.blob()),
    WebAssembly.compileStreaming(fetched(`${content}.wasm.packed`)),
    // After the lock nothing can be fetched. Without it all else works.
    fetched(`${writing}.wasm.packed`).then((got) => got.blob()).catch(() => {}),
    offline().catch(() => {}),
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

/** Takes a File, a text, or else the sample, and gives it a number. A File on disk is no more than the place where it lies. */
export function bring(name, given) {
  files.set(++count, { name, given });
  return count;
}

/** The same file once more, under a number of its own. */
export const again = (number) => bring(files.get(number)?.name, files.get(number)?.given);

/** Lets go of a file. */
export const leave = (number) => files.delete(number);

/** Whether two files have the same bytes. Few have the same size, and only those are looked into, a part at a time. */
async function alike(one, other) {
  // The sample has no bytes before a worker has it.
  if (one.given === undefined || other.given === undefined) return one.given === other.given;
  const [a, b] = [new Blob([one.given]), new Blob([other.given])];
  if (a.size !== b.size) return false;
  for (let at = 0; at < a.size; at += PART) {
    const [here, there] = await Promise.all([a, b].map(async (whole) => new Uint8Array(await whole.slice(at, at + PART).arrayBuffer())));
    if (here.some((byte, at) => byte !== there[at])) return false;
  }
  return true;
}

/** How much of two files is compared at a time: a few milliseconds' worth. */
const PART = 1 << 18;

/** The number of the file that was read before and has the same bytes. */
async function known(file) {
  for (const [number, other] of files) if (other.read && await alike(file, other).catch(() => false)) return number;
}

/**
 * Reads a file; `heard` is given the steps, then the pieces, then null; or a string: why not; or [number] of the file that was read
 * before and is the same. A second file is read beside the one it is compared with, which is what is given again.
 */
export async function read(number, beside, heard) {
  stop();
  const file = files.get(number);
  const first = files.get(beside);
  const job = (busy = first ? { ...first, other: file } : { ...file });
  try {
    await ready();
  } catch (error) {
    if (busy === job) heard(`The part of tieout that reads files could not be fetched. ${error.message}`);
    return;
  }
  const same = !first && await known(file);
  if (busy !== job) return;
  if (same) return heard([same]);
  start(job, (told, trace) => {
    // What met a fault is tried anew when it is brought again.
    if (told === null) file.read = !first && !trace;
    if (told === null && first) first.other = file;
    heard(told);
  });
}

let grader; // the worker that grades a file anew

/** Grades a file anew, strictly or not; `heard` is given what it is given of a file that is read. What is being read goes on. */
export async function grade(number, strict, heard) {
  await ready();
  const file = files.get(number);
  if (!file) return;
  grader?.terminate();
  const made = (grader = worker());
  const end = (last) => {
    made.terminate();
    if (last === null) file.strict = strict;
    heard(last);
  };
  made.onerror = (event) => end(event.message);
  made.onmessage = ({ data }) => {
    if (data === null || data?.unread || data?.fault) end(data && (data.unread ?? data.fault));
    else heard(data);
  };
  made.postMessage({ ...file, strict });
}

function start(job, heard) {
  const { worker: _, read, ...wanted } = job;
  busy = job;
  job.worker = spare ?? worker();
  spare = undefined;
  let step;
  const end = (last) => {
    stop();
    heard(last, job.trace);
    // The next worker makes itself ready when this file is shown.
    setTimeout(() => (spare ??= worker()), 200);
  };
  const fault = (trace) => {
    // It failed at the text itself: then there is nothing left to try.
    if (job.trace) return end(`tieout came to a stop while it read the text: a fault of its own, not of this file. ${trace}`);
    // Neither file is the worse for it: what is open stays as it is.
    if (job.other) return end(`tieout came to a stop while it compared the two: a fault of its own, not of these files. ${trace}`);
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

/** Saves the workbook of a file, with what the reader made of it, under a name; `heard` is given a string: why there is none, or that it is empty. */
export async function workbook(number, name, marks, heard) {
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
  made.postMessage({ ...files.get(number), writer, marks });
}

/** The report of a file as JSON, made by a worker that ends with it. */
export async function json(number, heard) {
  await ready();
  const made = worker();
  made.onmessage = ({ data }) => {
    made.terminate();
    heard(data);
  };
  made.postMessage({ ...files.get(number), json: true });
}

/** A link longer than this is cut short on its way by too many programs. */
const LONGEST = 64_000;
/** What is unpacked of a link is no larger than this. */
const LARGEST = 20_000_000;

const through = (bytes, stream) => new Response(new Blob([bytes]).stream().pipeThrough(stream));

/** Tells a whole text from a damaged one. */
const sum = (bytes) => bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, 0x811c9dc5).toString(36);

/** A file as the end of a link; empty when that would be too long. */
export async function share(number, text, heard) {
  const { name, given = text } = files.get(number);
  const bytes = new Uint8Array(await new Blob([given]).arrayBuffer());
  const packed = new Uint8Array(await through(bytes, new CompressionStream('deflate-raw')).arrayBuffer());
  if (packed.length > LONGEST) return heard('');
  const letters = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''));
  const end = letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  heard(`!${encodeURIComponent(name)}!${sum(bytes)}!${end}`);
}

/** The end of a link that brings a file back after the page has stopped; empty where there is none so short. */
export const rescued = async (number) => {
  const given = files.get(number)?.given;
  return given === undefined ? '' : new Promise((heard) => share(number, '', heard));
};

/** The File in a link; or a string: why there is none. */
export async function opened(link, heard) {
  const inside = document.querySelector('[data-part="filing"]');
  if (!link.includes('!')) return heard(new File([unlettered(inside.textContent)], inside.dataset.name));
  const [, name, check, letters] = link.split('!');
  if (letters?.length > 2 * LONGEST) return heard('This link is too large: no link that tieout makes is so long. Ask for the file itself.');
  try {
    const packed = unlettered(letters.replaceAll('-', '+').replaceAll('_', '/'));
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const parts = [];
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > LARGEST) {
        reader.cancel();
        return heard('This link is too large: it unpacks to more than 20 MB.');
      }
      parts.push(part.value);
    }
    const file = new File(parts, decodeURIComponent(name));
    if (sum(new Uint8Array(await file.arrayBuffer())) !== check) throw new Error('sum');
    heard(file);
  } catch {
    heard('This link is damaged: the filing in it is not whole. Mail programs cut long links; ask for the file itself.');
  }
}

/** Whether the page is one file of its own. */
export const single = () => !!WHOLE;

/** Whether that file has a filing in it. */
export const inside = () => !!document.querySelector('[data-part="filing"]');

/** What the reader who put it there made of that filing; empty where nothing. */
export const marked = () => decodeURIComponent(document.querySelector('[data-part="filing"]')?.dataset.marks ?? '');

/** The page as one file with a file inside, and what the reader made of it. */
export function whole(number, text, marks, heard) {
  const { name, given = text } = files.get(number);
  const reader = new FileReader();
  reader.onload = () => {
    const named = name.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    // The filing it came with stands at its end; the same words stand in this script, and stay.
    const page = WHOLE.replace(/<script type="text\/plain" data-part="filing" data-name="[^"]*"( data-marks="[^"]*")?>[\w+/=]*<\/script>(?=\s*<\/body>\s*(<\/html>)?\s*$)/, '');
    const end = page.lastIndexOf('</body>');
    const letters = reader.result.slice(reader.result.indexOf(',') + 1);
    heard(`<!doctype html>${page.slice(0, end)}<script type="text/plain" data-part="filing" data-name="${named}" data-marks="${encodeURIComponent(marks)}">${letters}</script>${page.slice(end)}`);
  };
  reader.readAsDataURL(new Blob([given]));
}
