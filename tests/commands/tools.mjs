// @ts-check
// Runs the command-line tools of installed packages with this Node: no npx, no shell, and never without an end.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './dependencies.mjs';

/**
 * @typedef {object} ToolResult
 * @property {boolean} ok exit code 0
 * @property {boolean} timedOut
 * @property {string} output what it printed, when it was captured
 */

/** @param {string} packageName @param {string} command @returns {string} the script behind a package's command */
function scriptOf(packageName, command) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** @param {import('node:child_process').ChildProcess} child the leader of its own group, where the system has groups */
function endWithChildren(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/**
 * @param {[packageName: string, command: string]} tool
 * @param {string[]} args
 * @param {object} options
 * @param {number} options.timeout ms; then it is ended together with everything it started
 * @param {Record<string, string>} [options.env] added to ours
 * @param {boolean} [options.capture] keeps what it prints instead of showing it
 * @returns {Promise<ToolResult>} never rejects
 */
export function runTool([packageName, command], args, { timeout, env = {}, capture = false }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [scriptOf(packageName, command), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    });
    let output = '';
    let timedOut = false;
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    const timer = setTimeout(() => {
      timedOut = true;
      console.error(`${command} did not end within ${Math.round(timeout / 1000)} s and was stopped`);
      endWithChildren(child);
    }, timeout);
    // A group of its own does not hear Ctrl+C in our terminal.
    const onInterrupt = () => {
      endWithChildren(child);
      process.exit(130);
    };
    process.once('SIGINT', onInterrupt);
    process.once('SIGTERM', onInterrupt);

    /** @param {boolean} ok */
    const finish = (ok) => {
      clearTimeout(timer);
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onInterrupt);
      resolve({ ok: ok && !timedOut, timedOut, output });
    };
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
}
