/** Pixels per CSS pixel, for print and for dense screens. */
const scale = 2;
const padding = 24;

const copied = [
  'color',
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
];

type Line = { readonly text: string; readonly font: string; readonly colour: string; readonly height: number };

/**
 * A chart with its title, unit, source and notes as one PNG, for a document or a slide. It is always drawn in the light
 * theme, whatever theme is on the screen.
 */
export async function pictureOf(figure: HTMLElement): Promise<Blob> {
  const chart = figure.querySelector<SVGSVGElement>('[data-chart=drawn] svg');
  if (!chart) throw new Error('the chart is not drawn');
  const { svg, width, height, above, below, paper } = onLightPaper(() => ({
    svg: standAlone(chart),
    width: chart.width.baseVal.value,
    height: chart.height.baseVal.value,
    above: linesIn(figure, '[data-part=title], [data-part=subtitle]'),
    below: linesIn(figure, '[data-part=foot]'),
    paper: getComputedStyle(figure).getPropertyValue('--card').trim() || 'white',
  }));
  const image = await loadImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('the browser has no canvas');
  const [head, foot] = [above, below].map((lines) => lines.flatMap((line) => wrapLine(pen, line, width)));
  const heightOf = (lines: readonly Line[] = []) => lines.reduce((sum, line) => sum + line.height, 0);
  canvas.width = (width + 2 * padding) * scale;
  canvas.height = (heightOf(head) + height + heightOf(foot) + 2 * padding + 24) * scale;
  pen.scale(scale, scale);
  pen.fillStyle = paper;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const afterHead = writeLines(pen, head ?? [], padding);
  pen.drawImage(image, padding, afterHead + 12, width, height);
  writeLines(pen, foot ?? [], afterHead + 12 + height + 12);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is empty'))), 'image/png');
  });
}

/** Reads styles in the light theme. The function is synchronous, so nothing is painted meanwhile. */
function onLightPaper<T>(read: () => T): T {
  const { classList } = document.documentElement;
  const dark = classList.contains('dark');
  if (dark) classList.remove('dark');
  try {
    return read();
  } finally {
    if (dark) classList.add('dark');
  }
}

/** The drawing with every style inlined, because a picture has no style sheet. */
function standAlone(chart: SVGSVGElement): string {
  const clone = chart.cloneNode(true) as SVGSVGElement;
  const originals = [chart, ...chart.querySelectorAll('*')];
  const clones = [clone, ...clone.querySelectorAll('*')];
  originals.forEach((original, at) => {
    const style = getComputedStyle(original);
    const text = copied.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
    clones[at]?.setAttribute('style', text);
    clones[at]?.removeAttribute('class');
  });
  clone.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  clone.querySelector('.recharts-tooltip-cursor')?.remove();
  return new XMLSerializer().serializeToString(clone);
}

function linesIn(figure: HTMLElement, selector: string): Line[] {
  return [...figure.querySelectorAll<HTMLElement>(selector)].map((element) => {
    const { fontWeight, fontSize, fontFamily, color, lineHeight } = getComputedStyle(element);
    const height = Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.5;
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    return { text, font: `${fontWeight} ${fontSize} ${fontFamily}`, colour: color, height };
  });
}

/** Breaks a line to the width: between words in Latin, between characters in Chinese. */
function wrapLine(pen: CanvasRenderingContext2D, line: Line, width: number): Line[] {
  pen.font = line.font;
  const rows: string[] = [];
  let row = '';
  for (const piece of line.text.match(/[\u2e80-\uffef]|[^\u2e80-\uffef\s]+\s*|\s+/g) ?? []) {
    if (row && pen.measureText(row + piece).width > width) {
      rows.push(row);
      row = piece.trimStart();
    } else row += piece;
  }
  return [...rows, row].filter(Boolean).map((text) => ({ ...line, text }));
}

/** Writes lines from `top` on and returns their lower end. */
function writeLines(pen: CanvasRenderingContext2D, lines: readonly Line[], top: number): number {
  pen.textBaseline = 'middle';
  let at = top;
  for (const { text, font, colour, height } of lines) {
    pen.font = font;
    pen.fillStyle = colour;
    pen.fillText(text, padding, at + height / 2);
    at += height;
  }
  return at;
}

function loadImage(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  return image.decode().then(() => image);
}
