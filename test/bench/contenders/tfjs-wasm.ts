import type { Contender } from './contender.ts';
import { tfjs } from './tfjs.ts';

const contender: Contender = (workload) => tfjs('wasm', workload);
export default contender;
