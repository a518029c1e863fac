import dns from 'node:dns'
import net from 'node:net'
import sharp from 'sharp'
import {expect, test, vi} from 'vitest'
import {siteTexts} from '#lib/content/site-texts.ts'
import {locales} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {ogImageSize} from '#lib/routing/paths.ts'
import {drawPicture} from '#lib/server/preview-picture/draw.ts'
import {drawableTitle} from '#lib/server/preview-picture/drawable.ts'
import {type Font, loadFont, siteFont} from '#lib/server/preview-picture/fonts.ts'

const texts = {site: 'SIMI', detail: 'České sítě'}
const draw = (title: string) => drawPicture({...texts, title})

const titles = {
  Czech: 'Příliš žluťoučký kůň úpěl ďábelské ódy',
  Polish: 'Łódzka sieć wsparcia',
  Vietnamese: 'Hội người Việt Nam tại Cộng hòa Séc – kết nối người nhập cư',
  Ukrainian: 'Українська мережа підтримки ґанку, її їжа',
  Mongolian: 'Монгол иргэдийн сүлжээ, өөр',
  Greek: 'Ελληνικό Δίκτυο για τους Πρόσφυγες',
  Arabic: 'شبكة المهاجرين في جمهورية التشيك (2024)',
  Persian: 'شبکهٔ می‌خواهیم پناهندگان، گچپژ',
  Hebrew: 'רשת המהגרים בצ׳כיה – 2024',
  Georgian: 'მიგრანტთა ქსელი ჩეხეთში',
  Armenian: 'Միգրանտների ցանց Չեխիայում',
  Devanagari: 'प्रवासी नेटवर्क चेक गणराज्य',
  Bengali: 'প্রবাসী নেটওয়ার্ক চেক প্রজাতন্ত্র'.normalize('NFC'),
  Thai: 'เครือข่ายผู้ย้ายถิ่นในสาธารณรัฐเช็ก',
  Ethiopic: 'የስደተኞች መረብ በቼክ ሪፐብሊክ',
  arrows: 'Praha ↔ Київ',
}

/** Width and height of a letter's ink, drawn as titles are. */
async function inkOf(letter: string, fonts: Font[]) {
  await Promise.all(fonts.map(loadFont))
  const font = `${fonts.map(({name}) => name).join(', ')} Ultra-Bold 80`
  const {info} = await sharp({text: {text: letter, font, dpi: 72}})
    .png()
    .toBuffer({resolveWithObject: true})
  return `${info.width} × ${info.height}`
}

test.each(Object.entries(titles))(
  'a title in %s is drawn in full, without a missing-glyph box',
  async (_script, title) => {
    const {text, fonts} = await drawableTitle(title)
    expect(text).toBe(title)
    expect(await draw(title)).not.toEqual(await draw(''))
    // No font has U+E000, so Pango draws a box. All boxes have the same size.
    const box = await inkOf('\uE000', fonts)
    for (const letter of new Set(title.match(/[\p{L}\p{N}\p{S}]/gu))) {
      expect(await inkOf(letter, fonts), letter).not.toBe(box)
    }
  },
)

test('the texts of this site are drawn in full in its own typeface', async () => {
  for (const locale of locales) {
    const {site, ...pages} = siteTexts(null, locale)
    const titles = Object.values(pages).map(({title}) => title)
    const all = [messagesIn(locale).siteName, site.organization, site.title, ...titles]
    for (const title of all) expect(await drawableTitle(title)).toEqual({text: title, fonts: [siteFont]})
  }
})

test.each([
  ['Síť ❤ pomoci', 'Síť pomoci'],
  ['Síť ❤️ pomoci 🌍', 'Síť pomoci'],
  ['🇨🇿 Česko', 'Česko'],
  ['Rodiny 👩‍👩‍👧 spolu', 'Rodiny spolu'],
  ['1️⃣ krok', '1 krok'],
  ['移民 Praha', 'Praha'],
  ['Síť\u000B po\u0000moci', 'Síť pomoci'],
  ['\u202Eobrácená\u200B síť\uFEFF', 'obrácená síť'],
  ['lone \uD83C half', 'lone half'],
  ['lost \uFFFD letter', 'lost letter'],
  ['two\nlines', 'two lines'],
  ['s\u00A0pevnou mezerou', 's\u00A0pevnou mezerou'],
  ['x\u20DD', 'x'],
])('of %j the part %j is drawn', async (title, drawn) => {
  expect((await drawableTitle(title)).text).toBe(drawn)
  await draw(title)
})

test.each(['', '🌍❤️🇺🇦', '移民网络', '\u200D', '\u00A0', '\uD800', '\u0000'])(
  'without a drawable letter in %j the picture shows only the site name and the detail',
  async (title) => {
    const picture = await draw(title)
    expect(await sharp(picture).metadata()).toMatchObject({format: 'png', ...ogImageSize})
    expect(picture).toEqual(await draw(''))
    expect(picture).not.toEqual(await drawPicture({...texts, site: 'OPU', title}))
  },
)

test.each([
  ['300 letters', 'Evropská síť '.repeat(25)],
  ['a word of 73 letters', 'Nejneobhospodařovávatelnější'.repeat(3).slice(0, 73)],
  ['wide letters', 'W'.repeat(300)],
  ['tall letters', 'শ্রীক্ষ্ম '.repeat(40)],
  ['markup', '<b>A & B</b> &copy; '.repeat(4)],
])('a title of %s stays within the margins', async (_what, title) => {
  const picture = sharp(await draw(title))
  const inkIn = async (left: number, top: number, width: number, height: number) => {
    const {channels} = await sharp(
      await picture.clone().extract({left, top, width, height}).toBuffer(),
    ).stats()
    return channels.some(({min, max}) => min !== max)
  }
  expect(await inkIn(72, 190, 1056, 290), 'the title').toBe(true)
  expect(await inkIn(1128, 20, 72, 610), 'the right margin').toBe(false)
  expect(await inkIn(0, 20, 70, 610), 'the left margin').toBe(false)
  expect(await inkIn(72, 153, 1056, 28), 'below the label').toBe(false)
  expect(await inkIn(72, 492, 1056, 20), 'above the last line').toBe(false)
})

test('markup in a title is drawn as text', async () => {
  expect(await draw('A < B & C')).not.toEqual(await draw('A '))
  expect(await draw('<i>síť</i>')).not.toEqual(await draw('síť'))
})

test('no title makes the server contact another host', async () => {
  const networkCalls = [
    vi.spyOn(globalThis, 'fetch'),
    vi.spyOn(net.Socket.prototype, 'connect'),
    vi.spyOn(dns, 'lookup'),
  ]
  for (const title of [...Object.values(titles), 'Síť ❤ 🌍 ↔ 🇺🇦', '移民网络', '\uE000']) await draw(title)
  for (const call of networkCalls) expect(call).not.toHaveBeenCalled()
})
