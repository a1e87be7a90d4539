import type { JSX } from 'preact';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** Takes one of the files that the Companion writes. */
export const JsonFileField = ({ id, label, disabled = false, onFile }: Props): JSX.Element => (
  <div class="drop">
    <label for={id}>{label}</label>
    <input
      id={id}
      type="file"
      accept=".json,application/json"
      disabled={disabled}
      onChange={(event) => {
        const input = event.currentTarget;
        const file = input.files?.[0];
        if (file) onFile(file);
        // The same file may be chosen again after it was changed.
        input.value = '';
      }}
    />
  </div>
);
