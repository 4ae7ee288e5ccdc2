/** A thread of the page that judges one try: some take seconds, in which the page would stand still. */
import { judgeTry, type TryToJudge } from './judge-try.ts';

addEventListener('message', ({ data }: MessageEvent<TryToJudge>) => postMessage(judgeTry(data)));
