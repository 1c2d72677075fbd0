import { sheetOf } from './chart-sheet';

/** Pixels per CSS pixel, for print and for dense screens. */
const scale = 2;

/** The sheet of a chart as a PNG, for a document or a slide. */
export async function pictureOf(figure: HTMLElement): Promise<Blob> {
  const { svg, width, height } = sheetOf(figure);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('the browser has no canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const { texts, shapes } = textsApart(svg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(shapes)}`;
  await image.decode();
  pen.drawImage(image, 0, 0, width * scale, height * scale);
  for (const text of texts) write(pen, text);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is empty'))), 'image/png');
  });
}

/** Whether a picture can be put on the clipboard: only over https, and not in every browser. */
export const hasPictureClipboard = () => 'ClipboardItem' in window && navigator.clipboard?.write !== undefined;

/** Puts the picture on the clipboard. The promise goes into the item, or Safari takes the click for over. */
export function copyPicture(figure: HTMLElement): Promise<void> {
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': pictureOf(figure) })]);
}

type Text = {
  readonly text: string;
  readonly at: DOMMatrix;
  readonly font: string;
  readonly align: CanvasTextAlign;
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly opacity: number;
};

/**
 * The texts of a drawing with their places, and the drawing without them. An image loads no font by itself, and a machine
 * without a Chinese one has only the font of the page: the canvas writes with it.
 */
function textsApart(svg: string): { texts: Text[]; shapes: string } {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const root = document.importNode(parsed, true) as unknown as SVGSVGElement;
  const hidden = document.createElement('div');
  hidden.style.cssText = 'position:fixed;left:-10000px;top:0';
  hidden.ariaHidden = 'true';
  hidden.append(root);
  document.body.append(hidden);
  try {
    const found = [...root.querySelectorAll('text')];
    const texts = found.map((text) => textOf(root, text));
    for (const text of found) text.remove();
    return { texts, shapes: new XMLSerializer().serializeToString(root) };
  } finally {
    hidden.remove();
  }
}

function textOf(root: SVGSVGElement, text: SVGTextElement): Text {
  const style = getComputedStyle(text);
  const whole = root.getScreenCTM()?.inverse();
  const own = text.getScreenCTM();
  const at = DOMMatrix.fromMatrix(whole && own ? whole.multiply(own) : undefined);
  const length = (name: string) => Number.parseFloat(text.getAttribute(name) ?? '0');
  const align = ({ start: 'left', middle: 'center', end: 'right' } as const)[style.textAnchor] ?? 'left';
  let opacity = 1;
  for (let around: Element | null = text; around && around !== root; around = around.parentElement)
    opacity *= Number.parseFloat(getComputedStyle(around).opacity);
  return {
    text: text.textContent ?? '',
    at: at.translate(length('x') + length('dx'), length('y') + length('dy')),
    font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
    ...{ align, opacity, fill: style.fill, stroke: style.stroke, strokeWidth: Number.parseFloat(style.strokeWidth) },
  };
}

function write(pen: CanvasRenderingContext2D, { text, at, font, align, fill, stroke, strokeWidth, opacity }: Text) {
  pen.setTransform(new DOMMatrix().scale(scale).multiply(at));
  pen.font = font;
  pen.textAlign = align;
  pen.globalAlpha = opacity;
  if (stroke !== 'none') {
    pen.strokeStyle = stroke;
    pen.lineWidth = strokeWidth;
    pen.lineJoin = 'round';
    pen.strokeText(text, 0, 0);
  }
  if (fill === 'none') return;
  pen.fillStyle = fill;
  pen.fillText(text, 0, 0);
}
