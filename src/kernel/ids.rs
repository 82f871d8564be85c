//! The ids of things. All are UUID v7: they sort by the time at which the thing was made.

crate::typed_id!(
    AccountId,
    AgencyId,
    MembershipId,
    DelegationId,
    SessionId,
    ServiceId,
    ServiceVersionId,
    ServiceDraftId,
    ServiceStopId,
    DossierId,
    SavedViewId,
    SupplementId,
    ConsultationId,
    PaymentId,
    MessageId,
    AttachmentId,
    PaperId,
    NoticeId,
    JobId,
    RequestId,
);
