export interface DataCiteName {
  readonly name: string;
  readonly nameType: 'Personal' | 'Organizational';
  readonly givenName?: string;
  readonly familyName?: string;
  readonly affiliation?: readonly { readonly name: string }[];
  readonly nameIdentifiers: readonly {
    readonly nameIdentifier: string;
    readonly nameIdentifierScheme: string;
  }[];
}

export interface DataCiteRelation {
  readonly relatedIdentifier: string;
  readonly relatedIdentifierType: string;
  readonly relationType: string;
  readonly resourceTypeGeneral?: string;
}

export interface DataCiteFunding {
  readonly funderName: string;
  readonly funderIdentifier?: string;
  readonly funderIdentifierType?: string;
  readonly awardNumber?: string;
  readonly awardTitle?: string;
}

export interface DataCiteLocation {
  readonly geoLocationPlace?: string;
  /** Degrees, as text. */
  readonly geoLocationPoint?: { readonly pointLongitude: string; readonly pointLatitude: string };
}

/** DataCite metadata schema 4.5 in its JSON form; lists that would be empty are left out. */
export interface DataCiteDocument {
  readonly doi?: string;
  readonly types: { readonly resourceTypeGeneral: string; readonly resourceType: string };
  readonly creators: readonly DataCiteName[];
  readonly contributors?: readonly (DataCiteName & { readonly contributorType: string })[];
  readonly titles: readonly { readonly title: string }[];
  readonly publisher?: { readonly name: string };
  readonly publicationYear: string;
  readonly subjects?: readonly { readonly subject: string }[];
  readonly dates: readonly {
    readonly date: string;
    readonly dateType: string;
    readonly dateInformation?: string;
  }[];
  readonly language?: string;
  readonly alternateIdentifiers: readonly {
    readonly alternateIdentifier: string;
    readonly alternateIdentifierType: string;
  }[];
  readonly relatedIdentifiers?: readonly DataCiteRelation[];
  readonly version?: string;
  readonly rightsList?: readonly {
    readonly rights: string;
    readonly rightsIdentifier?: string;
    readonly rightsIdentifierScheme?: string;
    readonly rightsUri?: string;
  }[];
  readonly descriptions?: readonly {
    readonly description: string;
    readonly descriptionType: string;
  }[];
  readonly geoLocations?: readonly DataCiteLocation[];
  readonly fundingReferences?: readonly DataCiteFunding[];
  readonly schemaVersion: string;
}
