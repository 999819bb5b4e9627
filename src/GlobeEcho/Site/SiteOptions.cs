using System.ComponentModel.DataAnnotations;

namespace GlobeEcho.Site;

/// <summary>How the paper presents itself. Configuration section <c>Site</c>.</summary>
public sealed class SiteOptions : IValidatableObject
{
    /// <summary>The name on the masthead.</summary>
    [Required(AllowEmptyStrings = false)]
    [StringLength(40)]
    public string Name { get; set; } = "Globe Echo";

    /// <summary>The time zone every time on the page is shown in: an IANA name, or UTC.</summary>
    [Required(AllowEmptyStrings = false)]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Whether the paper prints the sample wire, and says so on every page.</summary>
    public bool Sample { get; set; }

    /// <summary>The paper's public address, for feeds and canonical links; null takes it from each request.</summary>
    public Uri? Address { get; set; }

    /// <summary>How many pages may listen to the price stream at once; more are told to come back later.</summary>
    [Range(1, 1_000_000)]
    public int LiveClients { get; set; } = 20_000;

    /// <summary>Whether everybody who reaches the site may change its feeds; otherwise only who asks from this machine.</summary>
    public bool OpenDesk { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"Site:TimeZone \"{TimeZone}\" is no time zone of this machine.", [nameof(TimeZone)]);
        if (Address is { IsAbsoluteUri: false })
            yield return new ValidationResult($"Site:Address \"{Address}\" is not a full address.", [nameof(Address)]);
    }
}
