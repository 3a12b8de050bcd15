import { describe, expect, it } from 'vitest';
import { inOrder } from './end-to-end-order';

const file = (project: string, name: string) => ({
  project: { name: project },
  moduleId: `/tests/e2e/${name}.test.ts`,
});

const said = (files: ReturnType<typeof file>[]) =>
  files.map(({ project, moduleId }) => `${project.name} ${moduleId.split('/').at(-1)?.split('.')[0]}`);

describe('the end-to-end tests', () => {
  const names = ['accessibility', 'badge', 'privacy-tour', 'smoke', 'toolbar'];
  const both = ['e2e-firefox', 'e2e'].flatMap((project) => names.map((name) => file(project, name)));

  it('begin with Chromium, have what is Firefox’s own before what takes minutes, and end with what is short', () => {
    expect(said(inOrder(both))).toEqual([
      'e2e badge',
      'e2e smoke',
      'e2e toolbar',
      'e2e-firefox smoke',
      'e2e accessibility',
      'e2e privacy-tour',
      'e2e-firefox accessibility',
      'e2e-firefox privacy-tour',
      'e2e-firefox badge',
      'e2e-firefox toolbar',
    ]);
  });

  it('leave other tests in the order they have', () => {
    const others = ['smoke', 'badge', 'accessibility'].map((name) => file('unit', name));
    expect(inOrder(others)).toEqual(others);
  });
});
