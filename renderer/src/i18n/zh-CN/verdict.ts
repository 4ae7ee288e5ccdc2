/** 运行的结局。 */
export const verdict = {
  'verdict.constantRate': '常数',
  'verdict.quoted': '“{{name}}”',
  'verdict.factor': '{{winner}}最后更低：{{low}}，约为{{other}}（{{high}}）的{{factor}}。',
  'verdict.percent': '{{winner}}最后比{{other}}低 {{percent}}：{{low}} 对 {{high}}。',
  'verdict.lower': '{{winner}}最后低于{{other}}：{{low}} 对 {{high}}。',
  'verdict.undecided': '这些种子分不出高低：{{winner}} {{low}}，{{other}} {{high}}。',
  'verdict.undecided.add': '增加种子数再比。',
  'verdict.fork.same': '{{fork}}与{{left}}逐位相同：分叉之后什么都没有改。',
  'verdict.fork.change': '重新分叉，改它的学习率、计划或优化器。',
  'verdict.otherSeeds': '两者的种子不同：运气不像用同样的种子时那样互相抵消。',
  'verdict.onlySeeds': '只有种子不同：{{low}} 到 {{high}} 之间的差别都是运气。',
  'verdict.onlySeeds.same': '只有种子不同，而种子什么也没有改变：都停在 {{low}}。',
  'verdict.onlySeeds.spread':
    '取{{last}}的平均，{{seeds}} 个种子：均值 {{mean}}，标准差 {{deviation}}。',
  'verdict.last_other': '最后 {{count}} 步',
  'verdict.tail': '取{{last}}的平均，{{seeds}} 个种子；{{apart}}。',
  'verdict.swaps': '只看最后一步，约 9% 的种子会颠倒次序。',
  'verdict.expected': '从期望看，{{sentence}}',
  'verdict.expected.same': '从期望看，两者停在同一个值 {{low}}；种子之间的差别只是运气。',
  'verdict.expected.tail': '{{seeds}} 个种子，取{{last}}的平均：{{low}} 对 {{high}}，{{apart}}。',
  'verdict.expected.within':
    '{{seeds}} 个种子，取{{last}}的平均：{{low}} 对 {{high}}，太接近，这些种子分不出高低。',
  'verdict.expected.oneSeed':
    '只有一个种子，取{{last}}的平均：{{low}} 对 {{high}}，差多少也有运气的成分。',
  'verdict.expected.luck_other':
    '这 {{count}} 个种子在{{last}}里却是{{lead}}更低，{{low}} 对 {{high}}：那是运气。',
  'verdict.expected.stretch_other':
    '取{{last}}的平均，则是{{lead}}更低，期望如此，这 {{count}} 个种子也如此：{{low}} 对 {{high}}。',
  'verdict.apart': '相差 {{apart}} 个标准误',
  'verdict.apart.far': '差距远在种子的起伏之外',
  'verdict.noiseFree': '没有噪声时，{{winner}}更低：{{low}}，{{other}}停在 {{high}}。',
  'verdict.same': '两者结束在同一个值，一个比特都不差：{{low}}。',
  'verdict.noiseFree.same': '没有噪声，而且两者停在同一个值：{{low}}。',
  'verdict.certain': '这里没有随机的成分：{{winner}}更低，{{low}}；{{other}}停在 {{high}}。',
  'verdict.certain.same': '这里没有随机的成分，而且两者停在同一个值：{{low}}。',
  'verdict.accuracy.other':
    '{{winner}}的训练损失更低（{{low}} 对 {{high}}），{{other}}的测试准确率更高（{{better}} 对 {{worse}}）。',
  'verdict.accuracy.too':
    '{{winner}}的训练损失比{{other}}低（{{low}} 对 {{high}}），测试准确率也更高（{{better}} 对 {{worse}}）。',
  'verdict.accuracy.same':
    '{{winner}}的训练损失比{{other}}低（{{low}} 对 {{high}}），测试准确率相同（{{better}}）。',
  'verdict.accuracy.firstSeed': '测试准确率取自第一个种子。',
  'verdict.many.lowest': '{{count}} 个里{{winner}}最后最低：{{low}}；其次是{{other}}，{{high}}。',
  'verdict.many.same': '{{count}} 个里最低的几个停在同一个值 {{low}}：{{names}}。',
  'verdict.many.undecided': '{{count}} 个里最低的 {{near}} 个，这些种子分不出高低：{{ends}}。',
  'verdict.many.undecided.all': '这些种子分不出这 {{count}} 个的高低：{{ends}}。',
  'verdict.many.end': '{{name}} {{loss}}',
  'verdict.many.exact': '这里没有随机的成分。',
  'verdict.many.behind': '比{{winner}}高出 {{errors}} 个标准误以上的：{{names}}。',
  'verdict.many.behind.all': '其余的也都高出 {{errors}} 个标准误以上。',
  'verdict.many.open': '种子分不清它与这几个的高低：{{names}}。',
  'verdict.many.accuracy.too': '它的测试准确率 {{better}} 也是最高的。',
  'verdict.many.accuracy.other': '测试准确率最高的是{{name}}：{{better}}，它自己是 {{own}}。',
  'verdict.oneSeed': '取{{last}}的平均。只有一个种子，可能是运气：增加种子数，才能下结论。',
  'verdict.diverged': '{{diverged}}发散；{{winner}}停在 {{low}}。',
  'verdict.diverged.all': '都发散了，没有可比的最终损失。',
  'verdict.limit': '{{diverged}}超过损失上限；{{winner}}停在 {{low}}。',
  'verdict.limit.all': '都超过了损失上限，没有可比的最终损失。',
  'verdict.blownUp': '{{diverged}}发散或超过损失上限；{{winner}}停在 {{low}}。',
  'verdict.blownUp.all': '都发散或超过了损失上限，没有可比的最终损失。',
  'verdict.diverged.lost': '{{diverged}}发散。',
  'verdict.limit.lost': '{{diverged}}超过损失上限。',
  'verdict.blownUp.lost': '{{diverged}}发散或超过损失上限。',
  'verdict.grew.one': '{{least}}涨了，从 {{from}} 涨到 {{to}}。',
  'verdict.grew.both':
    '两者都涨了：{{least}}从 {{from}} 涨到 {{to}}，{{other}}从 {{otherFrom}} 涨到 {{otherTo}}。',
  'verdict.grew.all': '{{count}} 个都涨了，{{least}}涨得最少：从 {{from}} 到 {{to}}。',
  'verdict.grew.because': '结束时都高于起点，谈不上谁最好。调低 η₀；调到多少，扫描一遍就知道。',
  'verdict.unmoved.one': '{{least}}结束时不低于起点：起初 {{from}}，最后 {{to}}。',
  'verdict.unmoved.both':
    '两者结束时都不低于起点：{{least}}起初 {{from}}，最后 {{to}}；{{other}}起初 {{otherFrom}}，最后 {{otherTo}}。',
  'verdict.unmoved.all':
    '{{count}} 个结束时都不低于起点，最低的是{{lowest}}：起初 {{from}}，最后 {{to}}。',
  'verdict.unmoved.because':
    '起初的损失只来自一个批量，这点差别算不上什么：什么也没有学到。扫描 η₀，找一个学得动的学习率。',
  'verdict.goal.sooner':
    '{{winner}}第 {{first}} 步就到了目标（{{goal}}），{{other}}第 {{second}} 步才到，用了 {{factor}} 倍的步数。',
  'verdict.goal.first':
    '{{winner}}第 {{first}} 步到达目标（{{goal}}），{{other}}在第 {{second}} 步。',
  'verdict.goal.same': '{{names}}在同一步到达目标（{{goal}}）：第 {{step}} 步。',
  'verdict.goal.aloneIn':
    '{{winner}}第 {{step}} 步到达目标（{{goal}}），{{others}}走完 {{steps}} 步也没有到。',
  'verdict.goal.alone': '{{winner}}第 {{step}} 步到达目标（{{goal}}），{{others}}始终没有到。',
  'verdict.goal.never': '始终没有到：{{others}}。',
  'verdict.goal.missed': '没有一个到达目标（{{goal}}）。',
  'verdict.goal.firstSeed': '何时停下由第一个种子决定；其他种子会多快到达，并不知道。',
  'verdict.goal.oneSeed': '一个种子何时到达，可能是运气：换几个种子再试。',
  'verdict.lengths':
    '{{one}}结束在第 {{first}} 步，损失 {{early}}；{{other}}结束在第 {{second}} 步，损失 {{late}}。',
  'verdict.lengths.many': '这些运行结束在不同的步。',
  'verdict.lengths.because': '步数不同，损失不能定高下：把光标放到它们都走过的一步再比。',
} as const;
