// What the reader asks this device for: the clipboard, and a place to keep a choice. Nothing is kept that was not asked for.

const OWN = 'tieout.';

/** What was kept under a name; undefined where nothing was, or where the browser keeps nothing. */
export function kept(name) {
  try {
    return localStorage.getItem(OWN + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text under a name, or lets go of it. */
export function keep(name, text) {
  try {
    if (text === undefined) localStorage.removeItem(OWN + name);
    else localStorage.setItem(OWN + name, text);
  } catch {
    // A full or forbidden store: what is on the page stays as it is.
  }
}

/** Lets go of all that was ever kept. */
export function forget() {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(OWN)) localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** Whether words of the page are selected. */
export const selects = () => !(document.getSelection()?.isCollapsed ?? true);

/** Selects no words any more. */
export const deselect = () => document.getSelection()?.removeAllRanges();

/** Puts a text into the clipboard, and the same as HTML. Asks for no permission: a button was pressed. */
export function copy(text, html) {
  const put = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
  };
  addEventListener('copy', put, { capture: true, once: true });
  document.execCommand('copy');
  removeEventListener('copy', put, { capture: true });
}

/** Gives the reader a file of a text, or of pixels. */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Gives the reader a drawing (SVG) as a file of pixels (PNG), two for each of the drawing's; `heard` is given a string: what came of
 * it. The browser takes the drawing from its own text, so nothing is asked for; a canvas larger than this some browsers leave empty.
 */
export function saveDrawn(name, svg, heard) {
  const image = new Image();
  const failed = () => heard(`${name} could not be drawn by this browser. The SVG holds the same chart.`);
  image.onerror = failed;
  image.onload = () => {
    const times = Math.min(2, 16_000 / image.height);
    const canvas = document.createElement('canvas');
    canvas.width = image.width * times;
    canvas.height = image.height * times;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((pixels) => {
      if (!pixels) return failed();
      save(name, pixels.type, pixels);
      heard(`Saved ${name}.`);
    });
  };
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Prints what is shown, once it is drawn. */
export const print = () => setTimeout(() => window.print(), 60);

/** The height of a block of the source, in pixels: `.block` in source.css. Larger letters make it higher. */
export const tall = () => 48 * parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Makes the side so many pixels wide. */
export const widen = (pixels) => document.documentElement.style.setProperty('--side', `${pixels}px`);
