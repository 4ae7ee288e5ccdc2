/** A drawing in SVG, before it is text in a file or a node of the page. */
export interface SvgElement {
  readonly name: string;
  /** In the order in which they are written. */
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Elements in it, or words; absent: it is empty. */
  readonly content?: readonly SvgElement[] | string;
}

const SVG = 'http://www.w3.org/2000/svg';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** The element as a document of its own. */
export function svgDocument(root: SvgElement): string {
  const { name, attributes, content = '' } = root;
  const open = openTag({ name, attributes: { xmlns: SVG, ...attributes } });
  const lines = typeof content === 'string' ? [escape(content)] : content.map(textOf);
  return ['<?xml version="1.0" encoding="UTF-8"?>', `${open}>`, ...lines, `</${name}>\n`].join(
    '\n',
  );
}

/** The element as a node, for a page. */
export function svgNode({ name, attributes, content = '' }: SvgElement): SVGElement {
  const node = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    const namespace = attribute.startsWith('xml:') ? XML : null;
    node.setAttributeNS(namespace, attribute, String(value));
  }
  if (typeof content === 'string') node.textContent = content;
  else node.append(...content.map(svgNode));
  return node;
}

function textOf({ name, attributes, content }: SvgElement): string {
  const open = openTag({ name, attributes });
  if (content === undefined) return `${open}/>`;
  const inside = typeof content === 'string' ? escape(content) : content.map(textOf).join('');
  return `${open}>${inside}</${name}>`;
}

function openTag({ name, attributes }: SvgElement): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  return `<${name}${written.join('')}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for XML: without the control characters it cannot hold. */
function escape(text: string | number): string {
  return (
    String(text)
      // eslint-disable-next-line no-control-regex -- XML 1.0 has no place for these
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (character) => entities[character]!)
  );
}
