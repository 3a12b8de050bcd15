// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TopicChart } from '../../../components/topics/TopicChart';

afterEach(cleanup);

const topic = (keyword: string, papers: number, upvotes: number) => ({ keyword, papers, upvotes });
const widths = (container: Element) =>
  [...container.querySelectorAll('rect')].map((bar) => bar.getAttribute('width'));

describe('the chart of topics', () => {
  it('names each topic with its numbers, for those who do not see the bars', () => {
    render(<TopicChart topics={[topic('agents', 12, 2400), topic('maps', 1, 1)]} onTopic={() => {}} />);
    for (const name of [
      'agents 12 papers, 2.4K upvotes. Search for it',
      'maps 1 paper, 1 upvote. Search for it',
    ])
      expect(screen.getByRole('button', { name })).toBeTruthy();
  });

  it('draws bars as long as the upvotes, the strongest over all of it', () => {
    const topics = [topic('a', 1, 200), topic('b', 9, 50), topic('c', 1, 0)];
    const { container } = render(<TopicChart topics={topics} onTopic={() => {}} />);
    expect(widths(container)).toEqual(['100', '25', '1']);
  });

  it('draws bars where nobody has voted yet', () => {
    const { container } = render(<TopicChart topics={[topic('a', 1, 0)]} onTopic={() => {}} />);
    expect(widths(container)).toEqual(['1']);
  });

  it('shows the eight weightiest, so that the papers stay in sight', () => {
    const topics = Array.from({ length: 30 }, (_, n) => topic(`topic ${n}`, 1, 30 - n));
    render(<TopicChart topics={topics} onTopic={() => {}} />);
    expect(screen.getAllByRole('button')).toHaveLength(8);
  });

  it('tells which topic was pressed', () => {
    const onTopic = vi.fn();
    render(<TopicChart topics={[topic('<b>agents</b>', 2, 3)]} onTopic={onTopic} />);
    fireEvent.click(screen.getByText('<b>agents</b>'));
    expect(onTopic).toHaveBeenCalledExactlyOnceWith('<b>agents</b>');
  });

  it('is not there without topics', () => {
    const { container } = render(<TopicChart topics={[]} onTopic={() => {}} />);
    expect(container.innerHTML).toBe('');
  });
});
