import { describe, expect, it } from 'vitest';
import { svgDocument } from '../../../../renderer/src/charts/picture/svg-element.ts';
import { SvgPen } from '../../../../renderer/src/charts/picture/svg-pen.ts';

function pen(): SvgPen {
  return new SvgPen({
    colorOf: (css) => ({ color: css, opacity: css === 'pale' ? 0.5 : 1 }),
    measure: (text) => ({ width: text.length * 6 }),
    dataUrlOf: () => 'data:image/png;base64,AA==',
  });
}

/** The elements drawn, one a line, without the frame of the document. */
function drawn(draw: (pen: SvgPen) => void): string[] {
  const used = pen();
  draw(used);
  return svgDocument(used.drawing(10, 10, 't'))
    .trim()
    .split('\n')
    .slice(3, -1);
}

describe('a pen that writes SVG', () => {
  it('writes paths, dashes and half-transparent colours', () => {
    const [line] = drawn((p) => {
      p.strokeStyle = 'pale';
      p.lineWidth = 1.75;
      p.setLineDash([6, 3]);
      p.globalAlpha = 0.5;
      p.beginPath();
      p.moveTo(0, 1.23456);
      p.lineTo(10, 2);
      p.stroke();
    });
    expect(line).toBe(
      '<path d="M0 1.23L10 2" fill="none" stroke="pale" stroke-opacity="0.25" stroke-width="1.75" stroke-dasharray="6 3"/>',
    );
  });

  it('moves with translate and comes back with restore', () => {
    const [first, second] = drawn((p) => {
      p.save();
      p.translate(5, 7);
      p.fillStyle = 'red';
      p.fillRect(1, 1, 2, 3);
      p.restore();
      p.fillRect(1, 1, 2, 3);
    });
    expect(first).toBe('<rect x="6" y="8" width="2" height="3" fill="red"/>');
    expect(second).toBe('<rect x="1" y="1" width="2" height="3" fill="#000"/>');
  });

  it('clips until restore, and keeps the clip as a definition', () => {
    const [defs, inside, outside] = drawn((p) => {
      p.save();
      p.beginPath();
      p.rect(0, 0, 4, 4);
      p.clip();
      p.fillRect(0, 0, 9, 9);
      p.restore();
      p.fillRect(0, 0, 9, 9);
    });
    expect(defs).toBe('<defs><clipPath id="clip-1"><path d="M0 0h4v4h-4Z"/></clipPath></defs>');
    expect(inside).toMatch(/^<g clip-path="url\(#clip-1\)"><rect /);
    expect(outside).toMatch(/^<rect /);
  });

  it('passes over places that are not finite, as a canvas does', () => {
    const [line] = drawn((p) => {
      p.beginPath();
      p.lineTo(NaN, 1);
      p.lineTo(1, 1);
      p.lineTo(2, Infinity);
      p.lineTo(3, 3);
      p.fill();
    });
    expect(line).toContain('d="M1 1L3 3"');
  });

  it('draws whole circles and refuses other arcs', () => {
    const [ring] = drawn((p) => {
      p.beginPath();
      p.arc(5, 5, 2, 0, 2 * Math.PI);
      p.fill();
    });
    expect(ring).toContain('d="M3 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0Z"');
    expect(() => pen().arc(0, 0, 1, 0, Math.PI)).toThrow(/whole circles/);
  });

  it('keeps words as words, whatever they hold', () => {
    const [text] = drawn((p) => {
      p.font = '600 12px "Noto Sans SC", sans-serif';
      p.fillStyle = 'ink';
      p.fillText('a<b & "c"\u0000 一', 1, 2);
    });
    expect(text).toBe(
      '<text x="1" y="2" textLength="72" lengthAdjust="spacingAndGlyphs" xml:space="preserve" font-weight="600" font-size="12" font-family="&quot;Noto Sans SC&quot;, sans-serif" fill="ink">a&lt;b &amp; &quot;c&quot; 一</text>',
    );
  });

  it('is a whole document with a title', () => {
    const document = svgDocument(pen().drawing(120.5, 80, 'Loss – <pair>'));
    expect(document).toContain('width="120.5" height="80" viewBox="0 0 120.5 80"');
    expect(document).toContain('<title>Loss – &lt;pair&gt;</title>');
    expect(document.endsWith('</svg>\n')).toBe(true);
  });
});
