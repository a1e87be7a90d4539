export { indexLabels, labelKey, type Vocabulary } from '../../../core/label.ts';
