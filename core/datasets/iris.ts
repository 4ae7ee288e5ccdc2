import { mulberry32 } from '../math/rng.ts';
import { defineDataset, type Samples } from './dataset.ts';

const ROWS = 150;
const PER_CLASS = 50;
const FEATURES = 4;
const TRAIN = 120;
const TEST = 30;
const SPLIT_SEED = 2024;

/**
 * Fisher's irises: sepal length and width, petal length and width of 150 flowers, in centimetres; 50 each of
 * setosa, versicolor and virginica (classes 0, 1, 2).
 *
 * Split: permutation from mulberry32(2024), first 120 rows training, last 30 test.
 *
 * Version: Fisher's printed values, as scikit-learn 1.2.1 has them in `sklearn/datasets/data/iris.csv`
 * (2,734 bytes, SHA-256 f13ffa8fdd56fd8e6c8d16d4081a3fbd3114bcd0aae4256c43205169cd9d1449, BSD-3-Clause).
 * The copy of the UCI Machine Learning Repository differs in two flowers: row 35 should be
 * 4.9, 3.1, 1.5, 0.2 and row 38 should be 4.9, 3.6, 1.4, 0.1, as here (rows counted from 1).
 *
 * Source: Fisher 1936, The use of multiple measurements in taxonomic problems, Annals of Eugenics 7,
 * doi 10.1111/j.1469-1809.1936.tb02137.x; measured by E. Anderson.
 */
export const iris = defineDataset({
  id: 'iris',
  name: { zh: '鸢尾花', en: 'Iris' },
  summary: {
    zh: '四个测量值分三种花：一种一眼就能分开，另两种有些重叠。',
    en: 'Four measurements, three kinds of flower: one stands apart, the other two overlap a little.',
  },
  source: {
    zh: 'R. A. Fisher，Annals of Eugenics 7，1936；由 E. Anderson 测量。数值与 Fisher 论文及 scikit-learn（BSD-3-Clause）一致，UCI 版本中有两行抄错。',
    en: 'R. A. Fisher, Annals of Eugenics 7, 1936, measured by E. Anderson. Values as in the paper and in scikit-learn (BSD-3-Clause); the UCI copy has two rows wrong.',
  },
  params: {},
  sizes: () => ({ train: TRAIN, test: TEST, features: FEATURES, classes: 3 }),
  load() {
    const order = mulberry32(SPLIT_SEED).permutation(ROWS);
    return {
      classes: 3,
      train: pick(order.subarray(0, TRAIN)),
      test: pick(order.subarray(ROWS - TEST)),
    };
  },
});

/** Eight digits a flower: four measurements in tenths of a centimetre, two digits each; 50 flowers a class. */
const flowers = `
  51351402 49301402 47321302 46311502 50361402 54391704 46341403 50341502 44291402 49311501
  54371502 48341602 48301401 43301101 58401202 57441504 54391304 51351403 57381703 51381503
  54341702 51371504 46361002 51331705 48341902 50301602 50341604 52351502 52341402 47321602
  48311602 54341504 52411501 55421402 49311502 50321202 55351302 49361401 44301302 51341502
  50351303 45231303 44321302 50351606 51381904 48301403 51381602 46321402 53371502 50331402
  70324714 64324515 69314915 55234013 65284615 57284513 63334716 49243310 66294613 52273914
  50203510 59304215 60224010 61294714 56293613 67314414 56304515 58274110 62224515 56253911
  59324818 61284013 63254915 61284712 64294313 66304414 68284814 67305017 60294515 57263510
  55243811 55243710 58273912 60275116 54304515 60344516 67314715 63234413 56304113 55254013
  55264412 61304614 58264012 50233310 56274213 57304212 57294213 62294313 51253011 57284113
  63336025 58275119 71305921 63295618 65305822 76306621 49254517 73296318 67255818 72366125
  65325120 64275319 68305521 57255020 58285124 64325323 65305518 77386722 77266923 60225015
  69325723 56284920 77286720 63274918 67335721 72326018 62284818 61304918 64285621 72305816
  74286119 79386420 64285622 63285115 61265614 77306123 63345624 64315518 60304818 69315421
  67315624 69315123 58275119 68325923 67335725 67305223 63255019 65305220 62345423 59305118
`
  .trim()
  .split(/\s+/);

function pick(rows: Uint32Array): Samples {
  const inputs = new Float64Array(rows.length * FEATURES);
  const targets = new Float64Array(rows.length);
  rows.forEach((row, i) => {
    for (let j = 0; j < FEATURES; j++) {
      inputs[i * FEATURES + j] = Number(flowers[row]!.slice(2 * j, 2 * j + 2)) / 10;
    }
    targets[i] = Math.floor(row / PER_CLASS);
  });
  return { count: rows.length, features: FEATURES, inputs, targets };
}
