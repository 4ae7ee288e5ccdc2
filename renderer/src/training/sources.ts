import type { Locale } from '../../../electron/ipc/preferences.ts';

/** Publications that a guide leans on where it does not compute: `[@id]` in its text. */
export const sources = {
  smith: {
    authors: 'Smith',
    title: 'Cyclical Learning Rates for Training Neural Networks',
    year: 2017,
    url: 'https://arxiv.org/abs/1506.01186',
  },
  defazio: {
    authors: 'Defazio, Cutkosky, Mehta, Mishchenko',
    title: 'Optimal Linear Decay Learning Rate Schedules and Further Refinements',
    year: 2023,
    url: 'https://arxiv.org/abs/2310.07831',
  },
  hagele: {
    authors: 'Hägele, Bakouch, Kosson, Ben Allal, von Werra, Jaggi',
    title: 'Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations',
    year: 2024,
    url: 'https://arxiv.org/abs/2405.18392',
  },
  he: {
    authors: 'He, Zhang, Ren, Sun',
    title: 'Deep Residual Learning for Image Recognition',
    year: 2015,
    url: 'https://arxiv.org/abs/1512.03385',
  },
  goyal: {
    authors: 'Goyal, Dollár, Girshick, Noordhuis, Wesolowski, Kyrola, Tulloch, Jia, He',
    title: 'Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour',
    year: 2017,
    url: 'https://arxiv.org/abs/1706.02677',
  },
  kalra: {
    authors: 'Kalra, Barkeshli',
    title: 'Why Warmup the Learning Rate? Underlying Mechanisms and Improvements',
    year: 2024,
    url: 'https://arxiv.org/abs/2406.09405',
  },
  cohen: {
    authors: 'Cohen, Kaur, Li, Kolter, Talwalkar',
    title: 'Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability',
    year: 2021,
    url: 'https://arxiv.org/abs/2103.00065',
  },
} as const satisfies Record<
  string,
  { readonly authors: string; readonly title: string; readonly year: number; readonly url: string }
>;

export type SourceId = keyof typeof sources;

/** As it is cited: `(Smith, 2017)`, `(Kalra & Barkeshli, 2024)`, `(Goyal et al., 2017)`, in Chinese `（Goyal 等，2017）`. */
export function cited(id: SourceId, locale: Locale): string {
  const { authors, year } = sources[id];
  const [first, second, ...others] = authors.split(', ');
  const chinese = locale === 'zh-CN';
  const many = chinese ? `${first!} 等` : `${first!} et al.`;
  const who = others.length > 0 ? many : second ? `${first!} & ${second}` : first!;
  return chinese ? `（${who}，${year}）` : `(${who}, ${year})`;
}
