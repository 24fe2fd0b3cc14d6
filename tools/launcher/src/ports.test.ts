import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { assertPortsFree, findFreeEdgePort, portsFrom } from './ports.ts';

describe('the ports', () => {
  it('follow the edge, each its own', () => {
    const ports = Object.values(portsFrom(3000));
    expect(ports).toEqual([3000, 3001, 3002, 3003, 3004, 3005, 3006, 3007]);
  });

  it('in use are named in a sentence with the way out', async () => {
    const edge = await findFreeEdgePort(25_000);
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(edge + 4, '127.0.0.1', resolve));
    await expect(assertPortsFree(portsFrom(edge))).rejects.toThrow(
      `Port ${edge + 4} is in use: stop what uses it, or choose another edge port, such as \`npm start -- --port ${edge + 100}\`.`,
    );
    await expect(findFreeEdgePort(edge)).resolves.toBe(edge + 20);
    taken.close();
  });
});
