import type { JSX } from 'preact';
import type { Settings } from '../core/settings.ts';
import { t } from '../platform/i18n.ts';

export type Keep = (change: Partial<Settings>) => void;

interface NumberProps {
  readonly id: string;
  readonly label: string;
  readonly why?: string;
  readonly least?: number;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

export const NumberField = ({ id, label, why, least = 1, most, value, onChange }: NumberProps): JSX.Element => (
  <>
    <label for={id}>{label}</label>
    <input
      id={id}
      type="number"
      min={least}
      max={most}
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
    {why && <p class="soft">{why}</p>}
  </>
);

interface MailProps {
  readonly id: string;
  readonly label: string;
  readonly why: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One e-mail address, or none. Kept when it is left, so that a half-typed one is not. */
export const MailField = ({ id, label, why, value, onChange }: MailProps): JSX.Element => (
  <>
    <label for={id}>{label}</label>
    <input
      id={id}
      type="email"
      maxLength={254}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
    />
    <p class="soft">{why}</p>
  </>
);

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
