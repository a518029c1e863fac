import type {SanityImageSource} from '@sanity/image-url'
import Image from 'next/image'
import {notFound} from 'next/navigation'
import {defineQuery} from 'next-sanity'
import {urlForImage} from '../../../sanity/client'
import {sanityFetch} from '../../../sanity/live'

const recipe = defineQuery('*[_type == "recipe" && slug.current == $slug][0]{title, text, picture}')

type Recipe = {title: string | null; text: string | null; picture: SanityImageSource | null}

export default async function RecipePage({params}: {params: Promise<{slug: string}>}) {
  const {data} = (await sanityFetch({query: recipe, params: await params})) as {data: Recipe | null}
  if (!data) notFound()
  return (
    <article>
      <h1>{data.title}</h1>
      <p>{data.text}</p>
      {data.picture && (
        <Image src={urlForImage(data.picture).width(400).height(300).url()} width={400} height={300} alt="" />
      )}
    </article>
  )
}
