import {readFileSync} from 'node:fs'

export type Instruction = {name: string; value: string}
export type Stage = {base: string; name: string; instructions: Instruction[]}

/** Reads the part of the Dockerfile language that docs/deploy/Dockerfile uses. @throws Error for anything else. */
export function readStages(file: string): Stage[] {
  const stages: Stage[] = []
  const lines = readFileSync(file, 'utf8').replaceAll('\\\n', ' ').split('\n')
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? []
    if (name === 'FROM') {
      const [base = '', , stage = ''] = value.split(/\s+/)
      stages.push({base, name: stage, instructions: []})
    } else if (/^(WORKDIR|COPY|RUN|ENV|USER|CMD|EXPOSE|HEALTHCHECK)$/.test(name)) {
      stages.at(-1)?.instructions.push({name, value})
    } else if (line.trim() && !line.startsWith('#')) throw new Error(`${file}: cannot read "${line}"`)
  }
  return stages
}

export const instructionOf = (stage: Stage, name: string) =>
  stage.instructions.findLast((one) => one.name === name)?.value ?? ''

/** The command of `CMD ["…"]` or `HEALTHCHECK … CMD ["…"]`. */
export const commandOf = (value: string): string[] => JSON.parse(value.slice(value.indexOf('[')))

/** The name and the value of `ENV name=value`. */
export const variableOf = (value: string): [string, string] => {
  const at = value.indexOf('=')
  return [value.slice(0, at), value.slice(at + 1)]
}

export const environmentOf = (stage: Stage): Record<string, string> =>
  Object.fromEntries(
    stage.instructions.filter(({name}) => name === 'ENV').map(({value}) => variableOf(value)),
  )
