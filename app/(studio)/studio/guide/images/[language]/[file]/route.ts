import {locales} from '#lib/i18n/locales.ts'
import {guidePictures, readPicture} from '../../../guide-files.ts'

export const dynamic = 'force-static'
export const dynamicParams = false

export async function generateStaticParams() {
  const params = locales.map(async (language) =>
    (await guidePictures(language)).map((file) => ({language, file})),
  )
  return (await Promise.all(params)).flat()
}

export async function GET(
  _request: Request,
  {params}: RouteContext<'/studio/guide/images/[language]/[file]'>,
) {
  const {language, file} = await params
  return new Response(new Uint8Array(await readPicture(language, file)), {
    headers: {'content-type': 'image/webp'},
  })
}
