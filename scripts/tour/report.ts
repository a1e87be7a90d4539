export interface StepResult {
  title: string;
  seconds: number;
  shots: readonly string[];
  /** What went wrong, or null. */
  failure: string | null;
}

export function report(command: string, results: readonly StepResult[], problems: readonly string[]): string {
  const failed = results.filter(({ failure }) => failure !== null).length;
  return [
    '# The tour, by itself',
    '',
    `\`${command}\`: ${results.length - failed} of ${results.length} steps passed.`,
    ...results.flatMap(({ title, seconds, shots, failure }, index) => [
      '',
      `## ${index + 1}. ${title}`,
      '',
      failure === null ? `Passed in ${seconds.toFixed(1)} s.` : `**Failed** after ${seconds.toFixed(1)} s: ${failure}`,
      ...shots.flatMap((shot) => ['', `![${shot.replace(/\.png$/, '')}](${shot})`]),
    ]),
    '',
    '## Errors in pages and worker',
    '',
    ...(problems.length === 0 ? ['None.'] : problems.map((problem) => `- ${problem.replaceAll('\n', ' ')}`)),
    '',
  ].join('\n');
}
