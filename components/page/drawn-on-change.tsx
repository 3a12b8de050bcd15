// Rows of a long list: each is drawn anew only where something about it has changed, and not whenever the list is.
import { Component, type ComponentChild, type ComponentClass, type FunctionComponent } from 'preact';

/** The same component, which is left as it is where every prop is the very same as before. */
export function drawnOnChange<Props extends object>(Draw: FunctionComponent<Props>): ComponentClass<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const names = new Set([...Object.keys(this.props), ...Object.keys(next)]) as Set<keyof Props>;
      return [...names].some((name) => next[name] !== this.props[name]);
    }

    override render(props: Props): ComponentChild {
      return <Draw {...props} />;
    }
  };
}
