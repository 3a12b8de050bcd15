// The kinds of setting there are: a switch, and one of several. Each carries its label and one line of help.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SettingProps {
  label: string;
  help: string;
}

interface SwitchSettingProps extends SettingProps {
  on: boolean;
  onSwitch(on: boolean): void;
}

export function SwitchSetting({ label, help, on, onSwitch }: SwitchSettingProps) {
  const id = useId();
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      <p id={`${id}-help`}>{help}</p>
      <input
        id={id}
        class="switch"
        type="checkbox"
        aria-describedby={`${id}-help`}
        checked={on}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </div>
  );
}

interface ChoiceSettingProps<Value> extends SettingProps {
  choices: readonly { value: Value; label: string }[];
  chosen: Value;
  onChoose(value: Value): void;
}

export function SelectSetting<Value extends string | number>(props: ChoiceSettingProps<Value>) {
  const { label, help, choices, chosen, onChoose } = props;
  const id = useId();
  function onChange(text: string) {
    const choice = choices.find(({ value }) => String(value) === text);
    if (choice) onChoose(choice.value);
  }
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      <p id={`${id}-help`}>{help}</p>
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
    </div>
  );
}

/** For two to four choices with short names: all of them in sight. */
export function RadioSetting<Value extends string>(props: ChoiceSettingProps<Value>) {
  const { label, help, choices, chosen, onChoose } = props;
  const id = useId();
  return (
    <div class="setting" role="radiogroup" aria-labelledby={id} aria-describedby={`${id}-help`}>
      <span id={id} class="setting-name">
        {label}
      </span>
      <p id={`${id}-help`}>{help}</p>
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
    </div>
  );
}

export function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <div class="group">{children}</div>
    </section>
  );
}
