# Words of the register.

register-title = Register of dossiers
register-sheet = Register
register-period = From { $from } to { $to }
register-from = Received from
register-to = Until
register-unit = Agency
register-all-units = All my agencies
register-field = Field
register-all-fields = All fields
register-show = Show
register-xlsx = Download as Excel (XLSX)
register-csv = Download as CSV
register-whole = Show the whole period for printing
register-empty = No dossier was received in this period.
register-empty-hint = Choose other days, or all fields.

register-number = No.
register-code = Dossier code
register-service = Procedure
register-sets = Sets
register-applicant = Person or organisation
register-address = Address
register-contact = Phone, e-mail
register-received = Received
register-due = Result due
register-finished = Result ready
register-returned = Result returned
register-method = How it is received
register-handed-by = Handed over by
register-receiver = Received by (citizen)
register-received-by = Dossier received by
register-note = Note
register-book-full = The Excel file holds only the first { $most } dossiers. Choose fewer days, or take the CSV file for all.
register-book-bound = The Excel file holds at most 50,000 dossiers; the CSV file has no limit.
