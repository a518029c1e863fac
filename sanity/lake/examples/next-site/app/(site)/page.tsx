import Link from 'next/link'
import {defineQuery} from 'next-sanity'
import {sanityFetch} from '../../sanity/live'

const recipes = defineQuery(
  '*[_type == "recipe" && defined(slug.current)] | order(title){title, "slug": slug.current}',
)

type Recipe = {title: string | null; slug: string}

export default async function Home() {
  const {data} = await sanityFetch({query: recipes})
  return (
    <>
      <h1>Recipes</h1>
      <ul>
        {(data as Recipe[]).map(({title, slug}) => (
          <li key={slug}>
            <Link href={`/${slug}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}
