import { launch } from '@/lib/cli/launch/launch';

await launch('dev');
