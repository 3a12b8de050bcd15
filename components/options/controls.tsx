// The kinds of setting there are: a switch, and one of several. Each carries its label and one line of help, by which it is also found.
import type { ComponentChildren } from 'preact';
import { useContext, useId } from 'preact/hooks';
import { t } from '../../lib/text/translate';
import { type OptionGroup, optionGroups } from './option-groups';
import { Found, SearchContext, useIsFound } from './search-settings';

interface SettingTexts {
  label: string;
  help: string;
}

interface SettingProps extends SettingTexts {
  /** Of the control; that of the help is `<id>-help`. */
  id: string;
  /** `control`: the label names the control with `id`. `radiogroup`: it names all of the setting. `none`: the control has a name of its own. */
  names?: 'control' | 'radiogroup' | 'none';
  children: ComponentChildren;
}

/** Label, help, and beside them whatever changes the setting. */
export function Setting({ id, label, help, names = 'none', children }: SettingProps) {
  const hidden = !useIsFound([label, help]);
  const group = names === 'radiogroup' && {
    role: 'radiogroup' as const,
    'aria-labelledby': id,
    'aria-describedby': `${id}-help`,
  };
  return (
    <div class="setting" data-findable hidden={hidden} {...group}>
      {names === 'control' ? (
        <label for={id}>
          <Found text={label} />
        </label>
      ) : (
        <span id={names === 'radiogroup' ? id : undefined} class="setting-name">
          <Found text={label} />
        </span>
      )}
      <p id={`${id}-help`}>
        <Found text={help} />
      </p>
      {children}
    </div>
  );
}

interface SwitchSettingProps extends SettingTexts {
  on: boolean;
  onSwitch(on: boolean): void;
}

export function SwitchSetting({ label, help, on, onSwitch }: SwitchSettingProps) {
  const id = useId();
  return (
    <Setting {...{ id, label, help }} names="control">
      <input
        id={id}
        class="switch"
        type="checkbox"
        aria-describedby={`${id}-help`}
        checked={on}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </Setting>
  );
}

interface ChoiceSettingProps<Value> extends SettingTexts {
  choices: readonly { value: Value; label: string }[];
  chosen: Value;
  onChoose(value: Value): void;
  /** Below the setting. */
  children?: ComponentChildren;
}

export function SelectSetting<Value extends string | number>(props: ChoiceSettingProps<Value>) {
  const { label, help, choices, chosen, onChoose, children } = props;
  const id = useId();
  function onChange(text: string) {
    const choice = choices.find(({ value }) => String(value) === text);
    if (choice) onChoose(choice.value);
  }
  return (
    <Setting {...{ id, label, help }} names="control">
      <select
        id={id}
        class="select"
        aria-describedby={`${id}-help`}
        value={String(chosen)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {choices.map(({ value, label: name }) => (
          <option key={value} value={String(value)}>
            {name}
          </option>
        ))}
      </select>
      {children}
    </Setting>
  );
}

/** For two to four choices with short names: all of them in sight. */
export function RadioSetting<Value extends string>(props: ChoiceSettingProps<Value>) {
  const { label, help, choices, chosen, onChoose } = props;
  const id = useId();
  return (
    <Setting {...{ id, label, help }} names="radiogroup">
      <div class="segments">
        {choices.map(({ value, label: name }) => (
          <label key={value}>
            <input
              type="radio"
              class="visually-hidden"
              name={id}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {name}
          </label>
        ))}
      </div>
    </Setting>
  );
}

interface GroupProps {
  id: OptionGroup;
  children: ComponentChildren;
}

/** Hidden by the style sheet while nothing in it is found. */
export function Group({ id, children }: GroupProps) {
  const { words } = useContext(SearchContext);
  const title = t(optionGroups[id]);
  return (
    <SearchContext.Provider value={{ words, group: title }}>
      <section id={id} aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>
          <Found text={title} />
        </h2>
        <div class="group">{children}</div>
      </section>
    </SearchContext.Provider>
  );
}
