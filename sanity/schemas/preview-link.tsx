import {Card} from '@sanity/ui'
import type {ElementType, PropsWithChildren} from 'react'
import {Preview, useSchema} from 'sanity'

type Props = PropsWithChildren<{
  id: string
  type: string
  /** The link, which must keep its identity between renders. */
  as: ElementType
  border?: boolean
  /** Whether its document is open beside it. */
  isOpen?: boolean
}>

/** The preview of a document as a link, with more about it below. */
export function PreviewLink({id, type, as, border = false, isOpen = false, children}: Props) {
  const schemaType = useSchema().get(type)
  return (
    <Card
      as={as}
      __unstable_focusRing
      aria-current={isOpen || undefined}
      border={border}
      data-as="a"
      padding={1}
      radius={2}
      selected={isOpen}
      tone="inherit"
    >
      {schemaType && <Preview layout="default" schemaType={schemaType} value={{_id: id, _type: type}} />}
      {children}
    </Card>
  )
}
