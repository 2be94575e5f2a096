import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawHttp, rawSocket, type RawAnswer, type RawRequest } from '../support/raw-http'
import { startTestHost, type TestHost } from '../support/test-browser-host'

let host: TestHost
let token: string
let clock = Date.now()

beforeAll(async () => {
  host = await startTestHost(undefined, () => clock)
  token = await host.newToken()
})
afterAll(() => host.http.close())

const bearer = () => ({ Authorization: `Bearer ${token}` })
const json = { 'Content-Type': 'application/json' }
const describeCall = JSON.stringify({ channel: 'host.describe', input: {} })
const goodCall = (): Omit<RawRequest, 'port'> => ({
  method: 'POST',
  path: '/call',
  headers: { ...bearer(), ...json },
  body: describeCall,
})

describe('who is answered', () => {
  it('answers a window with its token', async () => {
    const answer = await host.ask(goodCall())
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { kind: 'browser' } })
  })

  it.each([
    ['a name that resolves to this machine', { Host: 'evil.example:80' }],
    ['localhost instead of the number', { Host: 'localhost:PORT' }],
    ['another port', { Host: '127.0.0.1:1' }],
    ['no port', { Host: '127.0.0.1' }],
    ['a trailing dot', { Host: '127.0.0.1.:PORT' }],
    ['the address in IPv6', { Host: '[::1]:PORT' }],
    ['another origin', { Origin: 'https://evil.example' }],
    ['the origin of another port', { Origin: 'http://127.0.0.1:1' }],
    ['the same place by https', { Origin: 'https://127.0.0.1:PORT' }],
    ['an opaque origin', { Origin: 'null' }],
    ['an origin that only begins alike', { Origin: 'http://127.0.0.1:PORT.evil.example' }],
    ['two origins', { Origin: ['http://127.0.0.1:PORT', 'https://evil.example'] }],
    ['a cross-site fetch', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a same-site fetch', { 'Sec-Fetch-Site': 'same-site' }],
  ])('refuses %s, whatever token it shows', async (_name, headers) => {
    const withPort = (value: string) => value.replace('PORT', String(host.http.port))
    const sent = Object.fromEntries(
      Object.entries(headers as Record<string, string | string[]>).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(withPort) : withPort(value),
      ]),
    )
    for (const request of [goodCall(), { path: '/', headers: {} }, { path: '/assets/a.js', headers: {} }]) {
      const answer = await host.ask({ ...request, headers: { ...request.headers, ...sent } })
      expect([answer.status, answer.body]).toEqual([403, '{"error":"refused"}'])
    }
  })

  it('refuses a call without an origin, for browsers send one with every POST', async () => {
    const { port } = host.http
    const answer = await rawHttp({ ...goodCall(), port, headers: { Host: host.host, ...bearer(), ...json } })
    expect(answer.status).toBe(403)
  })

  it('lets the page be opened from a file or a terminal, and nothing else from there', async () => {
    const opening = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }
    const open = (path: string, headers: Record<string, string>) =>
      rawHttp({ port: host.http.port, path, headers: { Host: host.host, ...headers } })
    expect((await open('/', opening)).status).toBe(200)
    expect((await open('/assets/a.js', opening)).status).toBe(403)
    expect((await open('/', { ...opening, 'Sec-Fetch-Dest': 'iframe' })).status).toBe(403)
    expect((await open('/', { ...opening, 'Sec-Fetch-Mode': 'no-cors' })).status).toBe(403)
  })

  it.each([
    ['no token', undefined],
    ['an empty token', 'Bearer '],
    ['a wrong token', `Bearer ${'A'.repeat(43)}`],
    ['the token by another scheme', 'Basic dG9rZW4='],
    ['an endless token', `Bearer ${'A'.repeat(10_000)}`],
  ])('refuses calls, events and uploads with %s alike', async (_name, authorization) => {
    const headers = authorization === undefined ? json : { ...json, Authorization: authorization }
    const requests = [
      { method: 'POST', path: '/call', headers, body: describeCall },
      { method: 'GET', path: '/events', headers },
      { method: 'POST', path: '/upload?name=a.txt', headers, body: 'x' },
      { method: 'POST', path: '/address', headers },
    ]
    for (const request of requests) {
      const answer = await host.ask(request)
      expect([answer.status, answer.body]).toEqual([401, '{"error":"refused"}'])
    }
  })

  it('keeps the window’s token and the host’s secret apart', async () => {
    const withSecret = { Authorization: `Bearer ${host.tokens.secret}` }
    expect((await host.ask({ method: 'POST', path: '/address', headers: bearer() })).status).toBe(401)
    expect((await host.ask({ ...goodCall(), headers: { ...withSecret, ...json } })).status).toBe(401)
    const answer = await host.ask({ method: 'POST', path: '/address', headers: withSecret })
    expect(JSON.parse(answer.body)).toMatchObject({
      address: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/) as string,
    })
  })

  it('waits a second before each refusal once somebody guesses', async () => {
    const guessed = await startTestHost()
    for (let tries = 0; tries < 22; tries += 1) await guessed.call('wrong', 'host.describe', {})
    expect(guessed.pauses).toEqual([1000, 1000])
    const good = await guessed.call(await guessed.newToken(), 'host.describe', {})
    expect([good.status, guessed.pauses.length]).toEqual([200, 2])
    await guessed.http.close()
  })
})

describe('the one-time code', () => {
  const exchange = (code: unknown) =>
    host.ask({ method: 'POST', path: '/session', headers: json, body: JSON.stringify({ code }) })

  it('stands in the fragment of the address, where no server and no Referer sees it', () => {
    expect(host.http.newAddress()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/)
  })

  it('works once', async () => {
    const code = host.tokens.newCode()
    expect((await exchange(code)).status).toBe(200)
    expect((await exchange(code)).status).toBe(401)
  })

  it('works for a minute', async () => {
    const code = host.tokens.newCode()
    clock += 60_001
    expect((await exchange(code)).status).toBe(401)
  })

  it.each([[''], ['short'], [42], [null], [{}], [['a']]])('refuses %j', async (code) => {
    expect((await exchange(code)).status).toBe(401)
  })

  it('gives each window a token of its own', async () => {
    expect(await host.newToken()).not.toBe(await host.newToken())
  })
})

describe('bodies', () => {
  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=a'],
    ['application/jsonp'],
    [''],
  ])('takes JSON only, not %j', async (type) => {
    const answer = await host.ask({ ...goodCall(), headers: { ...bearer(), ...(type && { 'Content-Type': type }) } })
    expect(answer.status).toBe(415)
  })

  it.each([['{'], [''], ['\u0000'], [Buffer.from([0x22, 0xff, 0x22])]])('refuses what is no JSON: %j', async (body) => {
    expect((await host.ask({ ...goodCall(), body })).status).toBe(400)
  })

  it.each([['null'], ['[]'], ['"text"'], ['{"__proto__":{"channel":"host.describe"}}']])(
    'finds no call in %s',
    async (body) => {
      const answer = await host.ask({ ...goodCall(), body })
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'call.unknown' } })
    },
  )

  it('refuses a body by its announced length', async () => {
    const answer = await rawSocket(
      host.http.port,
      `POST /upload?name=a HTTP/1.1\r\nHost: ${host.host}\r\nOrigin: ${host.origin}\r\nAuthorization: Bearer ${token}\r\nContent-Length: 10000000000\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 [^]*"code":"file.tooLarge","name":"a","limitMb":60/)
  })

  it('tells a browser that sends too much to the end of it', async () => {
    const body = new Uint8Array(60 * 1024 * 1024 + 1)
    const answer = await host.ask({ method: 'POST', path: '/upload?name=b%C3%A1o.html', headers: bearer(), body })
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      413,
      { code: 'file.tooLarge', name: 'báo.html', limitMb: 60 },
    ])
  })

  it('counts a body that does not announce its length while it streams', async () => {
    const size = 1100
    const body = `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n0\r\n\r\n`
    const answer = await rawSocket(
      host.http.port,
      `POST /session HTTP/1.1\r\nHost: ${host.host}\r\nOrigin: ${host.origin}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${body}`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })
})

describe('addresses', () => {
  it.each([
    ['/../secret.json'],
    ['/..%2fsecret.json'],
    ['/%2e%2e/secret.json'],
    ['/%252e%252e/secret.json'],
    ['/assets/../../secret.json'],
    ['/assets/%2e%2e%2f%2e%2e%2fsecret.json'],
    ['/assets\\..\\..\\secret.json'],
    ['/assets/%5c..%5c..%5csecret.json'],
    ['/assets/a.js%00.html'],
    ['/assets/%'],
    ['//evil.example/'],
    ['http://evil.example/'],
    ['/assets/'],
    ['/assets/notes.unknown'],
    ['/favicon.ico'],
    ['/toString'],
    ['/__proto__'],
  ])('serves nothing at %s', async (path) => {
    const answer = await host.ask({ path })
    expect([400, 404]).toContain(answer.status)
    expect(answer.body).not.toContain('secret":true')
  })

  it('serves the page and its files with their types', async () => {
    expect((await host.ask({ path: '/' })).headers['content-type']).toBe('text/html; charset=utf-8')
    expect((await host.ask({ path: '/assets/a.js' })).headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it('writes a fresh nonce into page and policy at each serving', async () => {
    const pages = [await host.ask({ path: '/' }), await host.ask({ path: '/' })]
    const nonces = pages.map(({ body }) => /csp-nonce" content="([^"]+)"/.exec(body)?.[1])
    expect(new Set(nonces).size).toBe(2)
    pages.forEach(({ headers }, index) =>
      expect(headers['content-security-policy']).toContain(`'nonce-${nonces[index]}'`),
    )
  })

  it.each([['OPTIONS'], ['PUT'], ['DELETE'], ['PATCH'], ['TRACE']])(
    'does not know the method %s, and gives no CORS header',
    async (method) => {
      const headers = { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Private-Network': 'true' }
      const answer = await host.ask({ method, path: '/call', headers })
      expect(answer.status).toBe(404)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    },
  )

  it('does not become a WebSocket', async () => {
    const upgrade = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version': '13',
    }
    expect((await host.ask({ path: '/events', headers: upgrade })).status).toBe(401)
  })
})

describe('files', () => {
  const upload = (name: string, body: string) =>
    host.ask({ method: 'POST', path: `/upload?name=${encodeURIComponent(name)}`, headers: bearer(), body })

  it('keeps an upload until it is read, under a name without a path', async () => {
    const answer = await upload('C:\\Users\\a\\Báo cáo.txt', 'Kính gửi')
    const file = JSON.parse(answer.body) as { id: string; name: string; size: number }
    expect(file).toMatchObject({ name: 'Báo cáo.txt', size: 11 })
    const read = await host.files.read(file)
    expect(read.ok && new TextDecoder().decode(read.value)).toBe('Kính gửi')
  })

  it('forgets an upload after an hour', async () => {
    const file = JSON.parse((await upload('a.txt', 'x')).body) as { id: string; name: string; size: number }
    clock += 60 * 60_000
    expect(await host.files.read(file)).toEqual({ ok: false, error: { code: 'file.gone', name: 'a.txt' } })
  })

  it('gives a download once, under its Vietnamese name', async () => {
    const delivered = await host.files.deliver('Báo cáo "quý\r\nI".docx', new TextEncoder().encode('PK'))
    const ticket = delivered.ok && delivered.value.kind === 'download' ? delivered.value.ticket : ''
    const first = await host.ask({ path: `/download/${ticket}` })
    expect([first.status, first.body]).toEqual([200, 'PK'])
    expect(first.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%22qu%C3%BD%0D%0AI%22.docx",
    )
    expect((await host.ask({ path: `/download/${ticket}` })).status).toBe(404)
  })

  it('forgets a download after a minute, and never opens an upload by its id', async () => {
    const delivered = await host.files.deliver('a.html', new Uint8Array(1))
    clock += 60_001
    const ticket = delivered.ok && delivered.value.kind === 'download' ? delivered.value.ticket : ''
    expect((await host.ask({ path: `/download/${ticket}` })).status).toBe(404)
    const file = JSON.parse((await upload('a.txt', 'x')).body) as { id: string }
    expect((await host.ask({ path: `/download/${file.id}` })).status).toBe(404)
  })
})

describe('events', () => {
  it('reach an open window as lines of JSON', async () => {
    const stream = await fetch(`${host.origin}/events`, { headers: { ...bearer(), Origin: host.origin } })
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    await reader.read()
    host.events.send({ type: 'host.closing' })
    expect((await reader.read()).value).toBe('{"type":"host.closing"}\n')
    await reader.cancel()
  })
})

describe('headers', () => {
  const everyAnswer: readonly (readonly [string, () => Promise<RawAnswer>])[] = [
    ['the page', () => host.ask({ path: '/' })],
    ['a file', () => host.ask({ path: '/assets/a.js' })],
    ['a call', () => host.ask(goodCall())],
    [
      'a session',
      () =>
        host.ask({
          method: 'POST',
          path: '/session',
          headers: json,
          body: JSON.stringify({ code: host.tokens.newCode() }),
        }),
    ],
    ['an upload', () => host.ask({ method: 'POST', path: '/upload?name=a', headers: bearer(), body: 'x' })],
    ['a refusal', () => host.ask({ headers: { Host: 'evil.example' } })],
    ['a call without token', () => host.ask({ ...goodCall(), headers: json })],
    ['what is not there', () => host.ask({ path: '/nothing' })],
    ['a bad address', () => host.ask({ path: '//x' })],
    ['a body that is no JSON', () => host.ask({ ...goodCall(), body: '{' })],
    ['a body of another type', () => host.ask({ ...goodCall(), headers: bearer() })],
    ['a planted bug', () => host.call(token, 'host.readIncidents', {})],
  ]

  it.each(everyAnswer)('guard %s', async (_name, ask) => {
    const { headers } = await ask()
    expect(headers['content-security-policy']).toMatch(POLICY)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })

  it.each([
    ['a request that is no HTTP', 'hello\r\n\r\n', '400'],
    ['headers that are too large', `GET / HTTP/1.1\r\nHost: HOST\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`, '431'],
    [
      'two ways to tell the length',
      'POST /call HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
    ],
    ['a header folded into the next line', 'GET / HTTP/1.1\r\nHost: HOST\r\nX: a\r\n b\r\nY : c\r\n\r\n', '400'],
  ])('guard the answer to %s', async (_name, text, status) => {
    const answer = await rawSocket(host.http.port, text.replace('HOST', host.host))
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toContain("default-src 'none'")
  })
})

const POLICY =
  /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/=]{24}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'self'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types tong-ket$/
