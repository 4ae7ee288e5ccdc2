import type { DrawnGap, DrawnScore, Shape } from '../lib/drawn-score.ts';
import { formatCount, formatNumber, formatPercent, formatSetting } from '../lib/format.ts';
import { sentences, t } from './i18n.svelte.ts';

type Scale = 'linear' | 'log';

/** Digits that are said of a drawing: a hand is no more exact. */
const DIGITS = 2;
/** The share of the way that is nearly all of it, and the least that is worth a word. */
const NEARLY_ALL = 0.9;
const WORTH_SAYING = 0.1;
/** The largest gap that nobody sees: a factor less 1, and a share of what is near. */
const UNSEEN = { log: 0.02, linear: 0.1 };

/** How large the largest gap is, beside its bracket. */
export function gapWords({ step, distance, beyond }: DrawnGap, scale: Scale): string {
  const [size, at] = [writtenByHand(distance), formatCount(step)];
  if (scale === 'linear') {
    return t(beyond ? 'drawn.gap.beyond' : 'drawn.gap', { distance: size, step: at });
  }
  return t(beyond ? 'drawn.gap.log.beyond' : 'drawn.gap.log', { factor: size, step: at });
}

/** How a drawn curve compares with what came: how far it is off, on average and at most, and where both bend. */
export function scoreWords(score: DrawnScore, scale: Scale): string {
  const { from, to, whole, shapes } = score;
  const steps = { from: formatCount(from), to: formatCount(to) };
  return sentences([
    ...(isExact(score, scale) ? [t('drawn.exact')] : distancesWords(score, scale)),
    ...(shapes ? [shapeWords(shapes.drawn, shapes.came)] : []),
    ...(whole ? [] : [t('drawn.partly', steps)]),
  ]);
}

function isExact({ largest, tolerance }: DrawnScore, scale: Scale): boolean {
  if (largest.beyond) return false;
  return scale === 'log'
    ? largest.distance - 1 < UNSEEN.log
    : largest.distance < UNSEEN.linear * tolerance;
}

function distancesWords(score: DrawnScore, scale: Scale): readonly string[] {
  const { average, largest } = score;
  const values = {
    step: formatCount(largest.step),
    drawn: writtenByHand(largest.drawn),
    came: writtenByHand(largest.came),
  };
  return [
    ...nearWords(score, scale),
    t('drawn.average', { distance: distanceWords(average, scale) }),
    t('drawn.largest', values),
  ];
}

/** What was right comes first. */
function nearWords(score: DrawnScore, scale: Scale): readonly string[] {
  const { near, nearUntil, tolerance, from, to } = score;
  const size = formatSetting(Number(tolerance.toPrecision(DIGITS)));
  const distance = scale === 'log' ? t('drawn.factor', { value: size }) : size;
  if (nearUntil === to) return [t('drawn.near.all', { distance })];
  if (near >= NEARLY_ALL) return [t('drawn.near.most', { distance })];
  if (nearUntil !== null && nearUntil > from && near >= WORTH_SAYING) {
    return [t('drawn.near.until', { distance, step: formatCount(nearUntil) })];
  }
  return near >= WORTH_SAYING
    ? [t('drawn.near.part', { distance, share: formatPercent(near, 0) })]
    : [];
}

function shapeWords(drawn: Shape, came: Shape): string {
  const steps = { drawn: formatCount(drawn.bend), came: formatCount(came.bend) };
  if (drawn.kind === came.kind) return t(`drawn.shape.${came.kind}`, steps);
  return t('drawn.shapes', {
    drawn: t(`drawn.shape.yours.${drawn.kind}`, { step: steps.drawn }),
    came: t(`drawn.shape.came.${came.kind}`, { step: steps.came }),
  });
}

function distanceWords(distance: number, scale: Scale): string {
  const value = writtenByHand(distance);
  return scale === 'log' ? t('drawn.factor', { value }) : value;
}

/** A value of a drawing: two digits, of large numbers too. */
export function writtenByHand(value: number): string {
  return formatNumber(Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : value, DIGITS);
}
