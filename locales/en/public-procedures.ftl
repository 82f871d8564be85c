# Procedures that are only told about; finding one's one-stop shop.
public-home-offer = Can be submitted here: { $online } of { $all } procedures of communes and the province ({ $share }%). For the others this portal only tells you where to go.
public-online-national = On the National Public Service Portal or at the counter
public-online-elsewhere = At the counter, not on this portal

level-commune = Commune
level-province = Province
level-ministry = Ministry
level-other = Other agency

audience-people = Citizens
audience-business = Enterprises, cooperatives
audience-organisations = Agencies, organisations
audience-foreigners = Foreigners, overseas Vietnamese

applicant-citizen = Vietnamese citizens
applicant-overseas = Vietnamese residing overseas
applicant-foreigner = Foreigners
applicant-enterprise = Enterprises
applicant-foreign-enterprise = Foreign-invested enterprises
applicant-cooperative = Cooperatives
applicant-organisation = Organisations
applicant-foreign-organisation = Foreign organisations
applicant-official = Officials and public employees
applicant-party-member = Party members
applicant-party = Party organisations

public-catalogue-level = Level
public-catalogue-any-level = All levels
public-catalogue-audience = For
public-catalogue-anybody = Anybody

public-procedure-level = Level
public-procedure-how-national = National Public Service Portal or at the counter
public-procedure-how-counter = At the counter
public-procedure-not-here = This procedure cannot be submitted on this portal yet
public-procedure-where-commune = Commune: go to the public service centre of your commune or ward; what the commune police handles, to the police station of your commune or ward.
public-procedure-where-province = Province: go to the public service centre of the province or to the provincial agency in charge of this field.
public-procedure-where-ministry = Ministry: submit to the ministry in charge of this field.
public-procedure-where-other = Other agency: submit to the agency or organisation entrusted with it.
public-procedure-national = Can be submitted online on the National Public Service Portal:
public-procedure-ways = How to submit, time limits and fees
public-procedure-sequence = Steps
public-procedure-agency = Handled by
public-procedure-address = Where it is received
public-procedure-source-facts = Taken from the national database of administrative procedures. Ask the receiving agency about papers, time limits and fees before you go.
public-procedure-source-texts = Taken word for word from the national database of administrative procedures; it may have changed. Ask the receiving agency before you go.

public-counter-title = Find your one-stop shop
public-counter-lead = Type the name of your commune or ward to learn where to submit and where to collect results.
public-counter-label = Commune or ward
public-counter-hint = Its present name, or its name before 1 July 2025. Accents do not matter.
public-counter-button = Find
public-counter-found = One-stop shop for “{ $name }”
public-counter-former = Formerly { $name }
public-counter-many = More places have such a name. Type “xã” or “phường” with the whole name.
public-counter-ask = The portal does not have the address and telephone number of this place. Call { $hotline } to ask the way.
public-counter-elsewhere = “{ $name }” does not belong to { $province }
public-counter-elsewhere-go = Applications are submitted there, or on the National Public Service Portal.
public-counter-none = No commune or ward named “{ $name }” was found
public-counter-tip-name = Type only the name of the commune or ward, such as “Dữu Lâu”, without house number or street.
public-counter-tip-district = Districts and towns below the province no longer exist. Type the name of your former commune, ward or township.
