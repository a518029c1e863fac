/**
 * `npm run test:container`: runs the steps of docs/deploy/Dockerfile without a container engine, each stage in a root
 * folder with Debian's smallest system, and starts the last stage like a container: read-only, no capabilities, another
 * user, its own processes. Embedded mode. Also checks the systemd unit. Needs Linux, root, debootstrap, five minutes,
 * Debian's archive and an npm registry; says so and ends where one is missing.
 *
 * `-- --existing-build` takes `.next/standalone` from this folder instead of running the first stage. DEBIAN_ROOT names
 * a folder where the Debian system is kept for the next run. Uses two ports, from CONTAINER_PORT (4880).
 */
import {execFileSync, spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {createClient} from '@sanity/client'
import {LOGO_FILE} from '#lib/content/logo-size.ts'
import {isWholePage} from '#lib/server/cache/whole-page.ts'
import {checkout, removeAtExit} from '../sites/checkout.ts'
import {waitForServer, waitUntil} from '../sites/process.ts'
import {commandOf, environmentOf, instructionOf, readStages} from './dockerfile.ts'
import {buildStage, debianRoot} from './root-image.ts'

const project = resolve(import.meta.dirname, '../..')
const port = Number(process.env.CONTAINER_PORT ?? 4880)
const existingBuild = process.argv.includes('--existing-build')
const token = 'test-container-read-token'

const expect = (holds: boolean, what: string) => {
  if (!holds) throw new Error(`Failed: ${what}`)
  console.log(`✓ ${what}`)
}
const megabytes = (folder: string) =>
  Math.round(Number(execFileSync('du', ['-sk', folder], {encoding: 'utf8'}).split('\t')[0]) / 1000)

const lacking = ['debootstrap', 'unshare', 'nsenter', 'systemd-analyze'].filter(
  (program) => spawnSync('which', [program]).status !== 0,
)
if (process.getuid?.() !== 0) lacking.push('root')
if (lacking.length > 0) {
  console.log(
    `Skipped: this machine lacks ${lacking.join(', ')} (apt-get install debootstrap util-linux systemd)`,
  )
  process.exit()
}

const folder = mkdtempSync(join(tmpdir(), 'container-'))
removeAtExit(folder)
const unit = readFileSync(join(project, 'docs/deploy/simi.service'), 'utf8')
const stages = readStages(join(project, 'docs/deploy/Dockerfile'))
const stageOf = (name: string) => stages.find((stage) => stage.name === name) ?? stages[0]
const build = stageOf('build')
const site = stageOf('site')
if (!build || !site) throw new Error('docs/deploy/Dockerfile has no stages "build" and "site"')

const debian = process.env.DEBIAN_ROOT ?? join(folder, 'debian')
debianRoot(debian, /debian:(\w+)-slim/.exec(site.base)?.[1] ?? '')
const context = checkout('container', {withBuild: false, withPackages: false})
const registry = execFileSync('npm', ['config', 'get', 'registry'], {encoding: 'utf8'}).trim()
const settings = {context, debian, folder, registry}
// The stage copies from /src; the existing build is in the project.
const sources = {build: ''}
if (existingBuild) {
  sources.build = join(folder, 'existing')
  mkdirSync(sources.build)
  execFileSync('ln', ['-s', project, join(sources.build, 'src')])
} else {
  sources.build = buildStage(build, {}, settings)
  console.log(`${build.name}: ${megabytes(join(sources.build, 'src'))} MB`)
}
const root = buildStage(site, sources, settings)
// A container engine writes this file.
writeFileSync(join(root, 'etc/hosts'), '127.0.0.1 localhost\n')
const served = join(root, instructionOf(site, 'WORKDIR'))
console.log(
  `${site.name}: ${megabytes(served)} MB in ${instructionOf(site, 'WORKDIR')}, ${megabytes(root)} MB in all`,
)

writeFileSync(join(folder, 'simi.service'), unit.replaceAll('/srv/simi', served))
execFileSync('systemd-analyze', ['verify', '--man=no', join(folder, 'simi.service')], {stdio: 'inherit'})
console.log('✓ systemd-analyze verify finds nothing in the unit')
const exposure = ['security', '--offline=true', '--threshold=20', join(folder, 'simi.service')]
expect(spawnSync('systemd-analyze', exposure).status === 0, 'its exposure is below 2.0 of 10')

// What starts the image: docs/deploy/compose.yaml, with the embedded lake.
let traces = 0
const collector = createServer((request, response) => {
  request.resume().on('end', () => response.end())
  traces++
}).listen(port + 2, '127.0.0.1')
const user = execFileSync('/usr/sbin/chroot', [root, 'id', '-u', instructionOf(site, 'USER')], {
  encoding: 'utf8',
}).trim()
const routeCache = `${served}/.next/server/route-cache`
const script = `
/usr/bin/mount --bind ${root} ${root}
/usr/bin/mount -t proc proc ${root}/proc
/usr/bin/mount --rbind /dev ${root}/dev
/usr/bin/mount --bind ${root}/var/lib/simi ${root}/var/lib/simi
/usr/bin/mount -o remount,bind,ro ${root}
/usr/bin/mount -t tmpfs tmpfs ${root}/tmp
/usr/bin/mount -t tmpfs -o uid=${user},mode=700 tmpfs ${routeCache}
exec /usr/sbin/chroot ${root} /usr/bin/setpriv --reuid=${user} --clear-groups --bounding-set=-all --no-new-privs \
  /bin/sh -c 'cd "$1"; touch probe 2>/dev/null && exit 99; shift; exec "$@"' sh ${instructionOf(site, 'WORKDIR')} "$@"`
const env: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  ...environmentOf(site),
  PORT: String(port),
  LAKE_PORT: String(port + 1),
  SANITY_API_READ_TOKEN: token,
  SANITY_REVALIDATE_SECRET: 'test-container-revalidate-secret',
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port + 2}`,
}
const namespaces = ['--mount', '--pid', '--ipc', '--uts', '--fork', '--kill-child']
const command = commandOf(instructionOf(site, 'CMD'))
const container = spawn('/usr/bin/unshare', [...namespaces, '/bin/sh', '-ec', script, 'sh', ...command], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env,
})
const exited = new Promise<number | null>((ended) => container.once('exit', ended))
const first = () =>
  readFileSync(`/proc/${container.pid}/task/${container.pid}/children`, 'utf8').trim().split(' ')[0] ?? ''
/** Runs a command in the running container. */
const inside = (...args: string[]) =>
  spawnSync(
    '/usr/bin/nsenter',
    [
      `--target=${first()}`,
      '--mount',
      '--pid',
      '--root',
      `--wdns=${instructionOf(site, 'WORKDIR')}`,
      `--setuid=${user}`,
      ...args,
    ],
    {env, encoding: 'utf8'},
  )

try {
  const origin = `http://127.0.0.1:${port}`
  const get = (path: string) => fetch(origin + path)
  await waitForServer(container, `${origin}/api/health/ready`)
  expect(inside(...commandOf(instructionOf(site, 'HEALTHCHECK'))).status === 0, 'the health check passes')
  expect(inside('touch', '/srv/simi/probe').status !== 0, 'the site can not write to its own files')
  const page = await get('/en')
  expect(page.status === 200 && isWholePage(await page.text()), 'it serves a page')
  expect((await get('/studio')).status === 200, 'and the Studio')
  const picture = await get('/en/og/home')
  expect(picture.headers.get('content-type') === 'image/png', 'preview pictures find their typefaces')
  const guide = await get('/studio/guide/images/cs/network.webp')
  expect(guide.headers.get('content-type') === 'image/webp', "the editors' guide has its pictures")
  const lake = createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: `http://127.0.0.1:${port + 1}`,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    token,
  })
  const logo = await lake.assets.upload('image', readFileSync(join(project, 'app/apple-icon.png')))
  const file = logo._id.replace(/^image-(.+)-(\w+)$/, '$1.$2')
  const {width, height} = LOGO_FILE
  const media = await get(`/images/site/media/${file}?w=${width}&h=${height}&fit=max`)
  expect(media.ok, `an uploaded picture is on the site (${media.status})`)
  await lake.patch('network-picum').set({'name.en': 'Published in a container'}).commit()
  const network = '/en/our-membership/european-networks/picum'
  await waitUntil(
    async () => (await (await get(network)).text()).includes('in a container'),
    'the page shows a publish',
  )
  console.log('✓ a publish is on its page')
  await waitUntil(async () => traces > 0, 'traces arrive')
  console.log('✓ traces reach the collector')
  const archive = '/var/lib/simi/content.tar.gz'
  const backup = inside('node', 'sanity/cli/main.ts', 'backup', archive)
  expect(backup.status === 0 && existsSync(join(root, archive)), `backup writes an archive ${backup.stderr}`)
  const doctor = inside('node', 'sanity/cli/main.ts', 'doctor')
  expect(
    doctor.status === 0,
    `doctor finds nothing missing ${doctor.status === 0 ? '' : doctor.stdout + doctor.stderr}`,
  )
  process.kill(Number(first()), 'SIGTERM')
  expect((await exited) === 0, 'it stops when told to')
} finally {
  // The first process of the namespace takes the others along. --kill-child does not outlive the change of user.
  if (container.exitCode === null) process.kill(Number(first()), 'SIGKILL')
  await exited
  collector.close()
}
