/** The Start view, and the starting point of runs. */
export const startView = {
  'start.kicker': 'A first experiment, about ten seconds',
  'start.runPair': 'Run the pair',
  'start.openLab': 'Set it up first',
  'start.map.constant': 'constant',
  'start.map.decay': 'inverse time',
  'start.map.caption': '140 end points each, after 2 000 steps, from the exact distribution',
  'start.map.label':
    'Contour map: two schedules walk from one start to the valley floor; the end points of the constant rate scatter widely, those of inverse time narrowly',
  'start.questions': 'Five more questions',
  'start.card.temperaments': 'five rates, one parabola',
  'start.card.noiseFree': 'the same pair, exact gradients',
  'start.card.literal': 'the rate it yields, step by step',
  'start.card.tooLarge': 'starting above the stability limit',
  'start.card.digits': 'softmax regression, 1 797 images',
  'start.recent': 'Recent',
  'start.allRuns': 'All runs',
  'start.recent.empty':
    'No runs yet. Every run is saved by itself and waits here when you come back.',
  'start.point': 'start',
  'start.point.help': 'Where every run begins; on the map it can be dragged.',
} as const;
