import type { JSX, TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../core/settings.ts';
import { t } from '../platform/i18n.ts';

/** Fulfilled once the change is kept or refused, and what holds is shown. */
export type Keep = (change: Partial<Settings>) => Promise<void>;

/** What is typed stands until it was answered: a setting that is read meanwhile must not take its place. */
function useTyped(value: string, keep: (typed: string) => Promise<void>) {
  const [typed, setTyped] = useState<string>();
  return {
    value: typed ?? value,
    onInput: ({ currentTarget }: TargetedEvent<HTMLInputElement>) => setTyped(currentTarget.value),
    onChange: ({ currentTarget: { value: told } }: TargetedEvent<HTMLInputElement>) =>
      void keep(told).then(() => setTyped((now) => (now === told ? undefined : now))),
  };
}

interface NumberProps {
  readonly id: string;
  readonly label: string;
  readonly why?: string;
  readonly least?: number;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => Promise<void>;
}

export function NumberField({ id, label, why, least = 1, most, value, onChange }: NumberProps): JSX.Element {
  const typed = useTyped(String(value), (text) => onChange(Number.parseFloat(text)));
  return (
    <>
      <label for={id}>{label}</label>
      <input id={id} type="number" min={least} max={most} required {...typed} />
      {why && <p class="soft">{why}</p>}
    </>
  );
}

interface MailProps {
  readonly id: string;
  readonly label: string;
  readonly why: string;
  readonly value: string;
  readonly onChange: (value: string) => Promise<void>;
}

/** One e-mail address, or none. Kept when it is left, so that a half-typed one is not. */
export function MailField({ id, label, why, value, onChange }: MailProps): JSX.Element {
  const typed = useTyped(value, (text) => onChange(text.trim()));
  return (
    <>
      <label for={id}>{label}</label>
      <input id={id} type="email" maxLength={254} {...typed} />
      <p class="soft">{why}</p>
    </>
  );
}

interface ChoiceProps<Choice extends string> {
  readonly id: string;
  readonly label: string;
  readonly why?: string;
  readonly choices: readonly Choice[];
  /** Key of a choice's words: this, an underscore and the choice. */
  readonly words: string;
  readonly value: Choice;
  readonly onChange: (value: Choice) => void;
}

export const ChoiceField = <Choice extends string>(props: ChoiceProps<Choice>): JSX.Element => (
  <>
    <label for={props.id}>{props.label}</label>
    <select
      id={props.id}
      value={props.value}
      onChange={(event) => {
        const chosen = props.choices.find((choice) => choice === event.currentTarget.value);
        if (chosen !== undefined) props.onChange(chosen);
      }}
    >
      {props.choices.map((choice) => (
        <option key={choice} value={choice}>
          {t(`${props.words}_${choice.replaceAll('-', '_')}`)}
        </option>
      ))}
    </select>
    {props.why && <p class="soft">{props.why}</p>}
  </>
);
