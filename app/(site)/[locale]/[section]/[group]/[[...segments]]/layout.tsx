import {requested} from './requested.ts'

type Props = LayoutProps<'/[locale]/[section]/[group]/[[...segments]]'>

/** Adds nothing to the page: ./requested.ts says why it is here. */
export default async function LayoutBelowLanding({params, children}: Props) {
  Object.assign(requested(), await params)
  return children
}
