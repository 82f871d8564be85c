// Starts one portal with demo data on an empty folder, waits until it is ready, and stops it at the end.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const LISTEN = process.env.PORTAL_LISTEN ?? '127.0.0.1:8499';
// By name: browsers know passkeys for names only.
export const ADDRESS = address(LISTEN);

export function address(listen: string): string {
  return `http://localhost:${listen.split(':').at(-1)}`;
}

export default async function start(): Promise<() => Promise<void>> {
  if (process.env.PORTAL_URL) return async () => {};
  const data = emptyFolder();
  const stop = await serve(data, LISTEN);
  return async () => {
    await stop();
    rmSync(data, { recursive: true, force: true });
  };
}

export function emptyFolder(): string {
  const data = mkdtempSync(join(tmpdir(), 'motcua-e2e-'));
  chmodSync(data, 0o755);
  return data;
}

/** A portal on this folder, with its clock so many hours ahead; what stops it. */
export async function serve(data: string, listen: string, hoursAhead = 0): Promise<() => Promise<void>> {
  const binary = process.env.PORTAL_BINARY ?? 'target/debug/motcua';
  // PORTAL_SOURCES=. looks at templates, texts and styles as they are being written.
  const sources = process.env.PORTAL_SOURCES ? ['--sources', process.env.PORTAL_SOURCES] : [];
  const portal = spawn(binary, ['serve', '--listen', listen, '--data', data, '--demo', '--hours-ahead', String(hoursAhead), ...sources], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, MOTCUA_PORTAL_ADDRESS: address(listen) },
  });
  const ended = new Promise<void>((resolve) => portal.once('exit', () => resolve()));
  await ready(`http://${listen}/readyz`, portal);
  return async () => {
    portal.kill('SIGTERM');
    await ended;
  };
}

async function ready(url: string, portal: { exitCode: number | null }): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    if (portal.exitCode !== null) throw new Error(`the portal ended with ${portal.exitCode}`);
    try {
      if ((await fetch(url)).ok) return;
    } catch { /* not listening yet */ }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the portal did not become ready in a minute');
}
