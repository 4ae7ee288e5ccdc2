import { describe, expect, test } from 'vitest';
import { drawLines } from '../../../renderer/src/training/drawing.ts';
import { piecesOf, readGuideText, sourcesIn } from '../../../renderer/src/training/guide-text.ts';
import { cited } from '../../../renderer/src/training/sources.ts';

describe('the text of a guide', () => {
  test('is a title, what stands before the sections, and sections with or without a name', () => {
    const text = readGuideText(
      '# Title\n\nlead\n\n## One\n\n@show run\n\n## [two] The $d$\n\n> said [@he]\n',
    );
    expect(text.title).toBe('Title');
    expect(text.lead).toEqual([{ kind: 'paragraph', pieces: [{ kind: 'text', text: 'lead' }] }]);
    expect(text.sections.map(({ id }) => id)).toEqual([null, 'two']);
    expect(text.sections[0]!.blocks).toEqual([{ kind: 'show', experiment: 'run' }]);
    expect(text.sections[1]!.title).toEqual([
      { kind: 'text', text: 'The ' },
      { kind: 'formula', text: 'd' },
    ]);
    expect(sourcesIn(text)).toEqual(['he']);
  });

  test('has tables, lists and formulas of their own', () => {
    const source =
      '# T\n\n| | a |\n|---|---|\n| {{x}} | b |\n\n- one\n  more\n- **two**\n\n$$ x = 1 $$';
    const [table, list, formula] = readGuideText(source).lead;
    expect(table).toEqual({
      kind: 'table',
      head: [[], [{ kind: 'text', text: 'a' }]],
      rows: [[[{ kind: 'claim', name: 'x' }], [{ kind: 'text', text: 'b' }]]],
    });
    expect(list).toEqual({
      kind: 'list',
      items: [
        [{ kind: 'text', text: 'one more' }],
        [{ kind: 'strong', pieces: [{ kind: 'text', text: 'two' }] }],
      ],
    });
    expect(formula).toEqual({ kind: 'formula', text: 'x = 1' });
  });

  test('goes on behind a Chinese character without a space, behind a word with one', () => {
    const { lead } = readGuideText('# 题\n\n第一行，\n第二行 Adam\nRMSprop 和\nNadam');
    expect(lead).toEqual([
      {
        kind: 'paragraph',
        pieces: [{ kind: 'text', text: '第一行，第二行 Adam RMSprop 和Nadam' }],
      },
    ]);
  });

  test('cites in the language of the page', () => {
    expect(cited('smith', 'en')).toBe('(Smith, 2017)');
    expect(cited('kalra', 'en')).toBe('(Kalra & Barkeshli, 2024)');
    expect(cited('goyal', 'en')).toBe('(Goyal et al., 2017)');
    expect(cited('goyal', 'zh-CN')).toBe('（Goyal 等，2017）');
    expect(piecesOf('so [@he].').map(({ kind }) => kind)).toEqual(['text', 'source', 'text']);
  });
});

describe('a small drawing', () => {
  const line = (ys: readonly number[]): { x: number; y: number }[] => ys.map((y, x) => ({ x, y }));

  test('fills its box, high values on top', () => {
    expect(drawLines([line([0, 1])], false)).toEqual(['6.0,82.0 170.0,6.0']);
  });

  test('leaves out what a log axis cannot show, and what is no number', () => {
    expect(drawLines([line([NaN, 1, 0, 100, Infinity])], true)).toEqual(['6.0,82.0 170.0,6.0']);
  });

  test('keeps the highest and the lowest of every column', () => {
    const [points] = drawLines([line(Array.from({ length: 5000 }, (_, i) => i % 2))], false);
    const rows = points!.split(' ').map((point) => point.split(',')[1]);
    expect(rows.length).toBeLessThan(340);
    expect(new Set(rows)).toEqual(new Set(['6.0', '82.0']));
  });
});
