import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, realpathSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {type Stage, variableOf} from './dockerfile.ts'

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, {stdio: ['ignore', 'inherit', 'inherit']})

/** A root folder with Debian's smallest system, in place of the images debian:*-slim. */
export function debianRoot(folder: string, suite: string) {
  if (existsSync(join(folder, 'bin'))) return
  const log = execFileSync('debootstrap', ['--variant=minbase', suite, folder], {encoding: 'utf8'})
  console.log(log.trim().split('\n').at(-1))
}

/** Adds what the image node:* has: Node, and the npm of this machine. */
function addNode(root: string) {
  const npm = realpathSync(execFileSync('which', ['npm'], {encoding: 'utf8'}).trim())
  const to = join(root, 'usr/local/lib/node_modules/npm')
  cpSync(dirname(dirname(npm)), to, {recursive: true})
  cpSync(process.execPath, join(root, 'usr/local/bin/node'))
  for (const name of ['npm', 'npx'])
    run('ln', '-sf', `../lib/node_modules/npm/bin/${name}-cli.js`, join(root, 'usr/local/bin', name))
}

/** Runs a shell command inside a root folder, with its own mounts and processes. */
function runInside(root: string, workdir: string, command: string, env: Record<string, string>) {
  const mounts = `mount -t proc proc ${root}/proc && mount --rbind /dev ${root}/dev`
  const script = `${mounts} && exec chroot ${root} /bin/sh -ec 'cd "$1" && eval "$2"' sh "$@"`
  execFileSync(
    'unshare',
    ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-ec', script, 'sh', workdir, command],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: env as NodeJS.ProcessEnv,
    },
  )
}

type Build = {context: string; debian: string; folder: string; registry: string}

/** Builds a stage of the Dockerfile as a root folder. `sources`: the folders of the stages that it copies from. */
export function buildStage(
  stage: Stage,
  sources: Record<string, string>,
  {context, debian, folder, registry}: Build,
) {
  const root = join(folder, stage.name)
  run('cp', '-a', debian, root)
  cpSync('/etc/resolv.conf', join(root, 'etc/resolv.conf'))
  if (stage.base.startsWith('node:')) addNode(root)
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
  const env: Record<string, string> = {HOME: '/root', PATH: path, CI: '1', npm_config_registry: registry}
  let workdir = '/'
  for (const {name, value} of stage.instructions) {
    if (name === 'WORKDIR') {
      workdir = value
      mkdirSync(join(root, workdir), {recursive: true})
    } else if (name === 'ENV') {
      const [variable, its] = variableOf(value)
      env[variable] = its
    } else if (name === 'COPY') {
      const words = value.split(/\s+/)
      const from = words[0]?.startsWith('--from=') ? sources[words.shift()?.slice(7) ?? ''] : context
      const target = join(root, words.at(-1)?.startsWith('/') ? '' : workdir, words.at(-1) ?? '')
      for (const source of words.slice(0, -1)) {
        const isFolder = source.endsWith('.') || source.endsWith('standalone')
        mkdirSync(target, {recursive: true})
        run(
          'cp',
          '-a',
          join(from ?? '', source) + (isFolder ? '/.' : ''),
          isFolder ? target : join(target, basename(source)),
        )
      }
    } else if (name === 'RUN') {
      const command = value.replaceAll(/--mount=\S+\s+/g, '')
      console.log(`${stage.name}: ${command}`)
      runInside(root, workdir, command, env)
    }
  }
  return root
}
