import type {ChildProcess} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {requireProgram, start, stop, waitUntil} from './process.ts'

const template = resolve(import.meta.dirname, '../../docs/deploy/nginx.conf')

/**
 * A real nginx with the configuration of docs/deploy. Only ports and folders differ. With `disk` it only
 * serves the files of that folder, for comparison.
 */
export class TestNginx {
  readonly url: string
  readonly #folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  #process: ChildProcess | undefined

  constructor({
    port,
    servers,
    build,
    disk,
  }: {
    port: number
    servers: number[]
    build: string
    disk?: string
  }) {
    this.url = `http://127.0.0.1:${port}`
    const changes: [from: RegExp, to: string][] = [
      [
        /server 127\.0\.0\.1:3000;\n.*\n/,
        `${servers.map((each) => `server 127.0.0.1:${each};`).join('\n')}\n`,
      ],
      [/listen 80;/, `listen 127.0.0.1:${port};`],
      [/\/var\/cache\/nginx\/simi/, join(this.#folder, 'cache')],
      [/\/srv\/simi/, build],
    ]
    const site = changes.reduce(
      (text, [from, to]) => {
        if (!from.test(text)) throw new Error(`${template} has no ${from}: update tests/sites/nginx.ts`)
        return text.replace(from, to)
      },
      readFileSync(template, 'utf8'),
    )
    for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(this.#folder, name))
    writeFileSync(
      join(this.#folder, 'nginx.conf'),
      `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${this.#folder}/pid;
error_log ${this.#folder}/error.log;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path ${this.#folder}/body;
  proxy_temp_path ${this.#folder}/proxy;
  fastcgi_temp_path ${this.#folder}/fastcgi;
  uwsgi_temp_path ${this.#folder}/uwsgi;
  scgi_temp_path ${this.#folder}/scgi;
  ${disk ? `server { listen 127.0.0.1:${port}; root ${disk}; gzip_static on; }` : site}
}
`,
    )
  }

  async start() {
    const config = join(this.#folder, 'nginx.conf')
    const errors = join(this.#folder, 'error.log')
    this.#process = start(requireProgram('/usr/sbin/nginx', 'nginx'), ['-c', config, '-e', errors])
    await waitUntil(
      async () => (await fetch(`${this.url}/500.html`)).status > 0,
      `nginx answers; see ${errors}`,
    )
  }

  stop() {
    return stop(this.#process)
  }
}
