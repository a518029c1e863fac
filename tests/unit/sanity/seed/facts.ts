/** A fact of the source text and where the seed has it. */
export type Fact = {
  /** The words of the source text. */
  text: string
  /**
   * GROQ over the network; true if the network has the fact as data. `$text` is the fragment, `membership` is
   * SIMI's membership according to the source text. Absent for aims, which are prose.
   */
  data?: string
  /** The words of the English page text, if they differ. `heading`: not in the page text. */
  body?: string | {heading: true}
}

const heading = {heading: true} as const

export const facts: Record<string, Fact[]> = {
  'network-consortium': [
    {
      text: 'Consortium of Migrants Assisting Organizations in the Czech Republic',
      data: '$text in names[kind == "as-in-source"].text',
      body: heading,
    },
    {
      text: 'founded in September 2000',
      data: 'events[kind == "founded" && date == "2000-09"][0].source._ref == "source-seed-czech-networks"',
    },
    {
      text: 'an NGOs platform working with refugees in the Czech Republic',
      data: 'events[kind == "founded" && date == "2000-09"][0].text.en match "platform of NGOs working with refugees"',
      body: 'a platform of NGOs working with refugees in the Czech Republic',
    },
    {
      text: 'In the summer of 2010, the Consortium changed its memorandum',
      data: 'events[kind == "memorandum-changed"][0].date == "2010-22"',
    },
    {
      text: 'started a new phase of activities',
      data: 'events[kind == "memorandum-changed"][0].text.en match "new phase of activities"',
    },
    {
      text: 'currently comprises of eleven organisations in the area of migration',
      data: 'counts[value == 11 && unit == "organisations"][0]{"undated": !defined(asOf)}.undated',
      body: 'eleven organisations in the area of migration (the source gives no date)',
    },
    {text: 'actively participate in the formation of migration policy'},
    {
      text: 'familiarise the public with the situation of migrants in the Czech and of the European context',
      body: 'familiarise the public with the situation of migrants in the Czech and European context',
    },
    {
      text: 'The Association for Integration and Migration (AIM)',
      data: '"AIM" in membership.member->names[kind == "acronym"].text',
    },
    {
      text: 'is the founding member of the Consortium',
      data: 'membership.role == "founding-member" && membership.roleStated',
      body: 'is a founding member of the Consortium',
    },
    {
      text: 'AIM played an important role in the revitalisation of this umbrella organisation',
      data: 'bodyType == "umbrella" && membership.contribution.en match "important role in the revitalisation"',
    },
  ],
  'network-committee-rights-of-foreigners': [
    {
      text: 'Committee for the Rights of Foreigners of the Czech Government’s Council for Human Rights',
      data: 'name.en == $text && parent->name.en == "Government Council for Human Rights"',
      body: heading,
    },
    {
      text: 'advisory body of the Government of the Czech Republic',
      data: 'bodyType == "gov-advisory-committee" && parent->parent->name.en == "Government of the Czech Republic"',
    },
    {
      text: 'the suggestions of which are submitted to the Czech Government as a basis for recommended governmental measures on migration and asylum',
      data: 'summary.en match "suggestions are submitted to the Government as a basis for measures"',
    },
    {
      text: 'The SIMI Director Magda Faltova',
      data: `membership.member->{"yes": name == "Magda Faltová" && "Magda Faltova" in nameVariants
        && "Director" in positions[organization._ref == "organization-simi"].title.en}.yes`,
      body: 'The SIMI Director Magda Faltová',
    },
    {
      text: 'has been the chairperson of this committee since 2015',
      data: `membership{"yes": role == "chair" && since == "2015" && !defined(until)
        && status == "unknown" && onBehalfOf._ref == "organization-simi"}.yes`,
    },
    {
      text: 'Last year, the key issues',
      data: 'count(topics) == 3 && count(topics[period == "[2015,2016]"]) == 3',
      body: 'In the year before this text was written (2015 or 2016), the key issues',
    },
    {
      text: 'conditions for the provision of foreigners in detention',
      data: '"Conditions for foreigners in detention" in topics[].text.en',
      body: 'conditions for foreigners in detention',
    },
    {
      text: 'resettlement and refugees resettlement',
      data: '$text in topics[]{"text": lower(text.en)}.text',
    },
    {
      text: 'forthcoming amendment to the Act on the residence of foreigners in the Czech Republic',
      data: '"Amendment to the Act on the residence of foreigners in the Czech Republic" in topics[].text.en',
      body: 'the then planned amendment to the Act on the residence of foreigners in the Czech Republic',
    },
  ],
  'network-working-group-economic-migration': [
    {
      text: 'Working Group on Economic Migration at the Ministry of Industry and Trade',
      data: 'name.en == $text && parent->name.en == "Ministry of Industry and Trade"',
      body: heading,
    },
    {text: 'representatives of important corporations', data: '$text in composition[].en'},
    {text: 'public administration officers', data: '$text in composition[].en'},
    {text: 'labour migration issues', data: '"Labour migration" in topics[].text.en'},
    {
      text: 'SIMI acts as a permanent observer',
      data: `membership{"yes": role == "permanent-observer" && roleStated
        && member._ref == "organization-simi"}.yes`,
    },
    {
      text: 'informs members of the advocacy group created within Consortium',
      data: 'membership.reportsTo->{"yes": name.en match "Advocacy group" && parent._ref == "network-consortium"}.yes',
      body: 'informs members of the advocacy group created within the Consortium',
    },
  ],
  'network-regional-advisory-platform': [
    {
      text: 'Regional Advisory Platform of the Integration Centre Prague',
      data: 'name.en == $text && parent->name.en == "Integration Centre Prague"',
      body: heading,
    },
    {
      text: 'sharing experience and information in the field of integration of foreigners',
      data: 'summary.en match "sharing experience and information on the integration of foreigners"',
    },
    {
      text: '64 representatives',
      data: 'counts[value == 64][0]{"yes": unit == "representatives" && asOf == "2012~"}.yes',
    },
    {text: 'non-profit organisations', data: 'count(composition[en match $text]) == 1'},
    {text: 'municipal authorities', data: 'count(composition[en match $text]) == 1'},
    {
      text: 'other stakeholders from among institutions that are active in the Capital City of Prague',
      data: '"other stakeholders from among institutions active in the Capital City of Prague" in composition[].en',
    },
    {
      text: 'SIMI staff were active last year as well',
      data: 'membership.roleStated == false && membership.contribution.en match "SIMI staff took part"',
      body: 'In the year before this text was written (2015 or 2016), SIMI staff were again active',
    },
    {
      text: 'Action Plan for the Implementation of the Concept of Integration of Foreigners in the Capital City of Prague for the following one-year period',
      data: 'topics[text.en == $text][0].period == "[2015,2016]"',
    },
    {
      text: 'invited to prepare a new concept for the 2018-2020 period',
      data: 'topics[text.en match "New concept"][0].period == "2018/2020"',
      body: 'invited to prepare a new concept for the 2018–2020 period',
    },
  ],
  'network-pro-bono-aliance': [
    {text: 'Pro Bono Aliance', data: '$text in names[kind == "as-in-source"].text', body: heading},
    {
      text: 'former PILA – Public Interest Lawyers Association',
      data: `names[kind == "former"][0]{"yes": text == "Public Interest Lawyers Association (PILA)"
        && announced == "2010-08-31"}.yes`,
    },
    {
      text: 'Pro Bono Alliance units the lawyers who strive',
      data: 'bodyType == "alliance" && summary.en match "Unites lawyers who strive"',
      body: 'Pro Bono Alliance unites the lawyers who strive',
    },
    {
      text: 'improve the effectiveness of the legislative system for a better protection of human rights and other public interests',
      data: 'summary.en match "better protection of human rights and other public interests"',
    },
    {text: 'increased access to legal help and socially responsible performance by legal professions'},
    {text: 'organises educational events'},
    {
      text: 'supports the experience exchange and cooperation among lawyers from NGOs and other legal professions',
      body: 'supports the exchange of experience and cooperation among lawyers from NGOs and other legal professions',
    },
  ],
}
