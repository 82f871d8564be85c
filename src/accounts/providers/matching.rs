//! Which account belongs to what a provider says (pure).

use crate::{
    accounts::queries::identities::Holder,
    kernel::{ids::AccountId, person::PersonalId},
    platform::config::ProviderPeople,
};

/// What is known when somebody comes back from a provider.
#[derive(Debug, Clone)]
pub(super) struct Facts<'a> {
    pub people: ProviderPeople,
    /// Who was signed in and wanted to tie his account.
    pub wanting: Option<&'a Holder>,
    /// Whose account this name at the provider is tied to.
    pub tied: Option<&'a Holder>,
    /// For whom the number is verified.
    pub numbered: Option<&'a Holder>,
    /// The number that the provider vouches for.
    pub number: Option<&'a PersonalId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Matched {
    /// Known already.
    Known(AccountId),
    /// To be tied now.
    Tie(AccountId),
    /// Nobody has this person yet.
    Nobody,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotMatched {
    /// The name at the provider, or the number, is somebody else's here.
    #[error("it belongs to another account")]
    Another,
    /// This account is verified for another number.
    #[error("the account is another person's")]
    OtherPerson,
}

pub(super) fn matched(facts: &Facts<'_>) -> Result<Matched, NotMatched> {
    let whose = facts.wanting.or(facts.tied).or(facts.numbered);
    let Some(holder) = whose else { return Ok(Matched::Nobody) };
    let is_his = |other: Option<&Holder>| other.is_none_or(|other| other.account == holder.account);
    if !is_his(facts.tied) || !is_his(facts.numbered) {
        return Err(NotMatched::Another);
    }
    let verified = holder.personal_id.as_ref().filter(|_| holder.verified_at.is_some());
    if let (Some(verified), Some(number)) = (verified, facts.number)
        && verified != number
    {
        return Err(NotMatched::OtherPerson);
    }
    Ok(if facts.tied.is_some() { Matched::Known(holder.account) } else { Matched::Tie(holder.account) })
}

impl Facts<'_> {
    /// Officials' providers never make an account.
    pub fn may_open_account(&self) -> bool {
        self.people == ProviderPeople::Citizens && self.wanting.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::{AccountId, Facts, Holder, Matched, NotMatched, PersonalId, ProviderPeople, matched};

    fn holder(number: Option<&str>, verified: bool) -> Holder {
        Holder {
            account: AccountId::new(),
            name: "Nguyễn Văn Mẫu".parse().expect("a name"),
            personal_id: number.map(|number| number.parse().expect("a number")),
            verified_at: verified.then(|| "2026-11-23T02:00:00Z".parse().expect("a time")),
            second_factor: None,
        }
    }

    fn facts<'a>(wanting: Option<&'a Holder>, tied: Option<&'a Holder>, numbered: Option<&'a Holder>) -> Facts<'a> {
        Facts { people: ProviderPeople::Citizens, wanting, tied, numbered, number: None }
    }

    #[test]
    fn one_person_is_one_account() {
        let (an, binh) = (holder(Some("025000000001"), true), holder(Some("025000000002"), true));
        assert_eq!(matched(&facts(None, None, None)), Ok(Matched::Nobody));
        assert_eq!(matched(&facts(None, Some(&an), None)), Ok(Matched::Known(an.account)));
        assert_eq!(matched(&facts(None, None, Some(&an))), Ok(Matched::Tie(an.account)));
        assert_eq!(matched(&facts(Some(&an), None, None)), Ok(Matched::Tie(an.account)));
        assert_eq!(matched(&facts(Some(&an), Some(&an), Some(&an))), Ok(Matched::Known(an.account)));
        for clash in [facts(None, Some(&an), Some(&binh)), facts(Some(&an), Some(&binh), None), facts(Some(&an), None, Some(&binh))] {
            assert_eq!(matched(&clash), Err(NotMatched::Another));
        }
    }

    #[test]
    fn a_number_is_bound_once() {
        let other: PersonalId = "025000000009".parse().expect("a number");
        let (told, verified) = (holder(Some("025000000001"), false), holder(Some("025000000001"), true));
        let with = |holder| Facts { number: Some(&other), ..facts(Some(holder), None, None) };
        assert_eq!(matched(&with(&told)), Ok(Matched::Tie(told.account)), "what somebody typed himself binds nothing");
        assert_eq!(matched(&with(&verified)), Err(NotMatched::OtherPerson));
    }
}
